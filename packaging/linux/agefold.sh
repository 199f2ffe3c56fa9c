#!/bin/sh
# Threads that wait sleep: OpenBLAS, oneDNN and ND4J have pools of their own, and one that waits awake takes processors from the others.
export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-passive}"
exec /opt/agefold/bin/agefold "$@"
