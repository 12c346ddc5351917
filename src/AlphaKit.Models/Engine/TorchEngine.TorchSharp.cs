// The engine of the networks with -p:TorchEngine=TorchSharp. Its signatures are checked against tests/AlphaKit.TorchSharp.Tests; it has not been run.
global using TorchSharp;
global using TorchSharp.Modules;
global using Device = TorchSharp.torch.Device;
global using ScalarType = TorchSharp.torch.ScalarType;
global using Tensor = TorchSharp.torch.Tensor;
using System.Runtime.InteropServices;

namespace AlphaKit.Models;

/// <summary>The few things that AlphaKit.Torch and TorchSharp do not have under one name.</summary>
internal static class TorchEngine
{
    public static Span<float> Data(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    public static Tensor Of(ReadOnlySpan<float> values, long[] shape) => torch.tensor(values.ToArray(), shape);

    public static void Backward(Tensor tensor, Tensor slopes) => (tensor * slopes).sum().backward();

    // The softmax of logarithms of probabilities are the probabilities: the cross-entropy of PyTorch is minus the log-probability.
    public static Tensor ClassLoss(Tensor logProbabilities, Tensor classes, long ignored) =>
        torch.nn.functional.cross_entropy(logProbabilities, classes, ignore_index: ignored);

    public static TransformerEncoderLayer EncoderLayer(long width, long heads, long feedForward, double dropout) =>
        torch.nn.TransformerEncoderLayer(width, heads, feedForward, dropout);

    public static Tensor Encode(TransformerEncoderLayer layer, Tensor input) => layer.call(input.transpose(0, 1), null!, null!).transpose(0, 1);

    public static IReadOnlyList<Parameter> Weights(torch.nn.Module layer) => [.. layer.parameters()];

    public static IReadOnlyList<NamedTensor> ReadWeights(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return WeightFile.Read(file);
        }
        catch (InvalidDataException e)
        {
            throw new BertWeightsException(path, e.Message.TrimEnd('.'), e);
        }
    }
}

/// <summary>The recurrent layer in C# as an operator is written for AlphaKit.Torch; here libtorch's own is used.</summary>
internal static class FusedRecurrent
{
    public const int MostHidden = 0;

    public static Tensor Apply(RecurrentLayer layer, Tensor input, IReadOnlyList<Parameter> weights, int threads) =>
        throw new NotSupportedException("With TorchSharp recurrent layers run in libtorch.");
}
