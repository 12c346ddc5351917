namespace AlphaKit.Torch.Tests;

/// <summary>
/// Tests that count live tensors or memory, or compare what libtorch's generator draws, run alone: the counts and the generator are those of the whole
/// process, and a test beside them would draw in between.
/// </summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
