// SPDX-License-Identifier: MIT
/**
 * TFRecord files and the protocol buffers in them, as TensorFlow and TensorBoard write and read
 * them: event logs and caches of images. Nothing here needs TensorFlow. Start reading at {@link
 * org.patchwork.learn.records.TfRecordWriter}. Writers and readers belong to one thread.
 */
package org.patchwork.learn.records;
