// The engine of the networks: AlphaKit.Torch. TorchEngine.TorchSharp.cs stands in its place with -p:TorchEngine=TorchSharp; nothing else differs.
global using AlphaKit.Torch;
global using AlphaKit.Torch.Modules;

namespace AlphaKit.Models;

/// <summary>The few things that AlphaKit.Torch and TorchSharp do not have under one name.</summary>
internal static class TorchEngine
{
    /// <summary>The elements of a contiguous tensor on the processor.</summary>
    public static Span<float> Data(Tensor tensor) => tensor.data<float>();

    /// <summary>A tensor with copied elements.</summary>
    public static Tensor Of(ReadOnlySpan<float> values, long[] shape) => torch.tensor<float>(values, shape);

    /// <summary>Gradients of Σ slopes · tensor.</summary>
    public static void Backward(Tensor tensor, Tensor slopes) => tensor.backward(slopes);

    /// <summary>Mean of minus the log-probability of the class.</summary>
    public static Tensor ClassLoss(Tensor logProbabilities, Tensor classes, long ignored) =>
        torch.nn.functional.nll_loss(logProbabilities, classes, ignore_index: ignored);

    /// <summary>An encoder layer for <see cref="Encode"/>.</summary>
    public static TransformerEncoderLayer EncoderLayer(long width, long heads, long feedForward, double dropout) =>
        torch.nn.TransformerEncoderLayer(width, heads, feedForward, dropout, batch_first: true);

    /// <summary>[batch, steps, width] through an encoder layer.</summary>
    public static Tensor Encode(TransformerEncoderLayer layer, Tensor input) => layer.forward(input);

    /// <summary>The weights in PyTorch's order.</summary>
    public static IReadOnlyList<Parameter> Weights(GRU layer) => layer.all_weights;

    /// <inheritdoc cref="Weights(GRU)"/>
    public static IReadOnlyList<Parameter> Weights(LSTM layer) => layer.all_weights;

    /// <summary>The tensors of a safetensors file.</summary>
    /// <exception cref="BertWeightsException">The file is not sound, or a tensor does not hold floating-point numbers.</exception>
    public static IReadOnlyList<NamedTensor> ReadWeights(string path)
    {
        try
        {
            return [.. SafetensorsFile.Read(path).Entries.Where(e => e.Type is ScalarType.Float64 or ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16)
                .Select(e => new NamedTensor(e.Name, [.. e.Shape.Select(n => checked((int)n))], e.ToSingles()))];
        }
        catch (SafetensorsException e)
        {
            throw new BertWeightsException(path, e.Message.TrimEnd('.'), e);
        }
    }
}
