import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules', 'public', 'coverage', 'output', 'state'] },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      // A number in a template is clear; `void` marks a promise whose end nobody awaits, on purpose.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only app/config.ts reads the environment.' },
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness is an argument, from platform/ or a seeded test generator.',
        },
      ],
    },
  },
  { files: ['**/*.{js,cjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    files: ['app/config.ts', 'scripts/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['app/extract/**/*.ts'],
    ignores: ['app/extract/text/utf16.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='toString'] Literal[value=/^(utf-?16-?le|ucs-?2)$/i]",
          message: 'Use utf16Text: the reason stands in text/utf16.ts.',
        },
      ],
    },
  },
  { files: ['app/boot/cli/**/*.ts', 'scripts/**/*.ts'], rules: { 'no-console': 'off' } },
);
