package io.github.fixationheatmap.template;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a call needs to be allowed.
 *
 * @param action the IAM action
 * @param resource the ARN of the bucket or object
 * @param prefix what a listing asked for; null where IAM is told of no prefix
 */
record Access(String action, String resource, @Nullable String prefix) {}
