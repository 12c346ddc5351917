namespace AlphaKit.Torch.Tests;

/// <summary>Tests that count live tensors or memory run alone: the counts are of the whole process.</summary>
[CollectionDefinition("counts live tensors", DisableParallelization = true)]
public sealed class CountsLiveTensors;
