using System.Runtime.Intrinsics;

namespace AlphaKit.Models;

/// <summary>A recurrent layer of one vector width: packed weights, forward, backward through time.</summary>
internal abstract unsafe class RecurrentEngine
{
    /// <summary>Samples that go through all steps together, so that their state stays in the second-level cache.</summary>
    public const int Tile = 24;

    /// <summary>Parts of a batch; their gradients are added in order, so the number of threads changes no bit.</summary>
    public const int Chunks = 32;

    public static RecurrentEngine Create(RecurrentCell cell, int features, int hidden, VectorWidth width) => width switch
    {
        VectorWidth.Avx512 => new RecurrentEngine<Lanes512, Vector512<float>>(cell, features, hidden),
        VectorWidth.Avx2 => new RecurrentEngine<Lanes256, Vector256<float>>(cell, features, hidden),
        _ => new RecurrentEngine<Lanes128, Vector128<float>>(cell, features, hidden),
    };

    /// <summary>Takes over weights in PyTorch's layout.</summary>
    public abstract void SetWeights(ReadOnlySpan<float> weights);

    /// <summary>The last hidden state of every sample, [count, hidden].</summary>
    public abstract void Forward(SequenceBatch batch, float* last, int threads, CancellationToken cancellationToken);

    /// <summary>Adds the gradient of the weights, in PyTorch's layout, and writes that of the inputs as [count, steps, features] if asked for.</summary>
    public abstract void Backward(SequenceBatch batch, float* lastGradient, float* weightGradient, float* inputGradient, int threads, CancellationToken cancellationToken);
}
