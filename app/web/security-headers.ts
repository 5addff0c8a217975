import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The headers of every answer. `hsts` stays off until the certificate is one that browsers trust: with it on, a
 * self-signed certificate would lock people out with no way past the warning. Nothing inline runs or styles.
 */
export function securityHeaders(options: { readonly hsts: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: { policy: 'require-corp' },
      // Not "no-referrer": with it browsers send `Origin: null`, which the CSRF check refuses.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: options.hsts
        ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false }
        : false,
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set('Permissions-Policy', permissionsPolicy);
      next();
    },
  ];
}

const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
};

const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');
