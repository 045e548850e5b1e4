// The environment is one per process, and both sides of the wire read it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
