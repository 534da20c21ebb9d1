// SPDX-License-Identifier: MIT

/**
 * The EMF model of a project: label schema, image settings, augmentation, model designs and
 * training plan. Data only; reading, writing, versions and edits live in {@code
 * org.patchwork.project}.
 *
 * <p>Start reading at {@link org.patchwork.model.Project}. The code in {@code src-gen} is generated
 * from {@code model/patchwork.ecore} by {@code releng/emf-codegen/generate.sh}; change the model,
 * never the code. EMF objects are not safe to change while another thread reads them: those a
 * project session hands out are copies that nobody changes.
 */
package org.patchwork.model;
