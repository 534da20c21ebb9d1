// SPDX-License-Identifier: MIT

/**
 * The EMF model of a project: label schema, image settings, augmentation, model design and
 * training plan. Data only; the logic lives in {@code org.patchwork.project}.
 */
package org.patchwork.model;
