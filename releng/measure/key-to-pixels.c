// SPDX-License-Identifier: MIT
/*
 * Measures from outside how long a key press takes to change pixels: sends the key by the XTest extension
 * and waits for the X server to report damage (XDamage) in a rectangle of the screen. So the time includes
 * the whole way: key event, key binding, write to disk, event back, paint, and the server's own drawing.
 *
 * Build (Debian: libxtst-dev libxdamage-dev):
 *   cc -O1 -o key-to-pixels key-to-pixels.c -lX11 -lXtst -lXdamage
 * Use: put the keyboard focus into the grid by hand, then
 *   DISPLAY=:1 ./key-to-pixels PRESSES KEY1 KEY2 X Y WIDTH HEIGHT
 * KEY1 and KEY2 alternate, so that each press changes the label again. Prints one line of JSON, in
 * milliseconds: first = first damage in the rectangle, last = the last one within 150 ms after it (a
 * second paint of the same frame counts as late, although nothing is seen to change).
 */
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PATIENCE_MS 400.0 /* a press without any damage for so long is counted as missed */
#define SETTLE_MS 150.0   /* and one with no more damage for so long is over */

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return difference < 0 ? -1 : difference > 0;
}

static int meets(XRectangle a, XRectangle b) {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}

/* One press; returns 0 if nothing was painted. */
static int press(Display *display, Damage damage, int damageEvent, KeyCode key, XRectangle place, double *first, double *last) {
  XDamageSubtract(display, damage, None, None);
  XSync(display, True);
  double start = now();
  *first = -1;
  XTestFakeKeyEvent(display, key, True, 0);
  XTestFakeKeyEvent(display, key, False, 0);
  XFlush(display);
  while (now() - start < PATIENCE_MS) {
    struct pollfd wait = {ConnectionNumber(display), POLLIN, 0};
    if (!XPending(display) && poll(&wait, 1, 5) <= 0) {
      if (*first >= 0 && now() - start > *last + SETTLE_MS) break;
      continue;
    }
    while (XPending(display)) {
      XEvent event;
      XNextEvent(display, &event);
      if (event.type == damageEvent && meets(((XDamageNotifyEvent *)&event)->area, place)) {
        *last = now() - start;
        if (*first < 0) *first = *last;
      }
    }
    XDamageSubtract(display, damage, None, None);
    XFlush(display);
  }
  return *first >= 0;
}

int main(int count, char **words) {
  if (count != 8) {
    fprintf(stderr, "usage: key-to-pixels PRESSES KEY1 KEY2 X Y WIDTH HEIGHT\n");
    return 2;
  }
  int presses = atoi(words[1]);
  XRectangle place = {atoi(words[4]), atoi(words[5]), atoi(words[6]), atoi(words[7])};
  Display *display = XOpenDisplay(NULL);
  int base, error;
  if (presses < 1 || !display || !XDamageQueryExtension(display, &base, &error)) {
    fprintf(stderr, "key-to-pixels: no presses, no display, or no DAMAGE extension\n");
    return 2;
  }
  Damage damage = XDamageCreate(display, DefaultRootWindow(display), XDamageReportRawRectangles);
  double *first = malloc(presses * sizeof(double)), *last = malloc(presses * sizeof(double));
  int painted = 0;
  for (int i = 0; i < presses; i++) {
    KeyCode key = XKeysymToKeycode(display, XStringToKeysym(words[2 + i % 2]));
    painted += press(display, damage, base + XDamageNotify, key, place, &first[painted], &last[painted]);
  }
  if (painted > 0) {
    qsort(first, painted, sizeof(double), ascending);
    qsort(last, painted, sizeof(double), ascending);
    printf("{\"presses\":%d,\"missed\":%d,\"first_median\":%.1f,\"first_p95\":%.1f,\"last_median\":%.1f,\"last_p95\":%.1f}\n",
           presses, presses - painted, first[painted / 2], first[painted * 95 / 100], last[painted / 2], last[painted * 95 / 100]);
  }
  return painted == presses ? 0 : 1;
}
