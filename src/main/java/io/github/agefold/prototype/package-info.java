/**
 * The approach that networks have to beat: prototyping (Burt and Perrett, "Perception of age in adult Caucasian male faces", 1995). In: a
 * face and its age group. Out: the face plus the difference between the average faces of another group and its own.
 */
@NullMarked
package io.github.agefold.prototype;

import org.jspecify.annotations.NullMarked;
