namespace AlphaKit.Models.Tests;

/// <summary>Forward, gradient and training steps against PyTorch; the values are made by Golden/recurrent_network.py.</summary>
public sealed class RecurrentNetworkTests
{
    private const int Features = 4;
    private const int Steps = 6;
    private const int Names = 21;

    private static readonly double[] s_gradient =
    [
        -0.0048541, 0.0017569, 0.0070383, 0.0031886, 0.0017712, 0.001727, 0.0064783, 0.000346, 0.0088669, 0.0064783, 0.000346, 0.0088669,
        0.76452, 0.7008691, -0.3550096, 7.91e-05, 7.42e-05, -9.83e-05, 0.5805554, -1.004441, -0.1179459, -0.0002908,
    ];

    private static readonly double[] s_losses =
    [
        -0.136811, -0.182656, -0.214558, -0.234278, -0.245044, -0.249948, -0.251437, -0.251248, -0.250492, -0.249778,
        -0.249373, -0.249339, -0.24964, -0.250203, -0.25094, -0.251773, -0.252636, -0.253474, -0.25425, -0.254939,
    ];

    private static readonly double[] s_scores = [0.385681, 0.371494, 0.375008, 0.376683, 0.367449, 0.384067];

    [Fact]
    public void Gradient_and_twenty_steps_equal_PyTorch()
    {
        RecurrentNetwork network = new(new RecurrentScorer { Hidden = 5 }, [Features], RandomStream.Create(0, "test"));
        Sines(network.Weights.Length, 0.4, 1.7).CopyTo(network.Weights, 0);
        NetworkBatch batch = new([SequenceBatch.Dense(Sines(Names * Steps * Features, 1, 0.9), Steps, Features)], Sines(Names, 1, 2.3), [0, 12, 21]);
        Adam adam = new(new AdamOptions(), network.Weights.Length);
        for (int step = 0; step < 20; step++)
        {
            float[] gradient = new float[network.Weights.Length];
            Assert.Equal(s_losses[step], network.Differentiate(batch, gradient, 1, default), 1e-5);
            if (step == 0) Assert.All(First(gradient).Zip(s_gradient), g => Assert.Equal(g.Second, g.First, 1e-5));
            adam.Step(network.Weights, gradient, 0.005);
        }

        float[] scores = new float[Names];
        network.Score(batch, scores, 1, default);
        for (int i = 0; i < s_scores.Length; i++) Assert.Equal(s_scores[i], scores[i], 1e-5);
    }

    [Theory]
    [InlineData(RecurrentSharing.Shared, RecurrentCell.Gru, RecurrentOutput.Sigmoid)]
    [InlineData(RecurrentSharing.Separate, RecurrentCell.Gru, RecurrentOutput.Linear)]
    [InlineData(RecurrentSharing.Shared, RecurrentCell.Lstm, RecurrentOutput.Linear)]
    [InlineData(RecurrentSharing.SharedByWidth, RecurrentCell.Gru, RecurrentOutput.Linear)]
    public void Gradient_of_several_inputs_equals_differences_of_the_loss(RecurrentSharing sharing, RecurrentCell cell, RecurrentOutput output)
    {
        RecurrentScorer spec = new() { Hidden = 4, Sharing = sharing, Cell = cell, Output = output, Loss = new MultiTaskLoss { Decorrelation = 0.5 }, Inputs = [new(), new(), new()] };
        int[] widths = [2, sharing == RecurrentSharing.SharedByWidth ? 3 : 2, 2];
        RecurrentNetwork network = new(spec, widths, RandomStream.Create(5, "test"));
        SequenceBatch[] inputs = [.. new[] { 5, 3, 2 }.Select((steps, k) => SequenceBatch.Dense(Sines(30 * steps * widths[k], 1, 0.7 + (0.21 * k)), steps, widths[k]))];
        int layers = sharing switch { RecurrentSharing.Shared => 1, RecurrentSharing.Separate => 3, _ => 2 };
        Assert.Equal(layers, network.Tensors().Count(t => t.Name.EndsWith("weight_ih_l0", StringComparison.Ordinal)));
        NetworkBatch batch = new(inputs, Sines(30, 1, 2.3), [0, 14, 30]);
        float[] gradient = new float[network.Weights.Length], ignored = new float[network.Weights.Length];
        network.Differentiate(batch, gradient, 1, default);
        double worst = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            // 32-bit forward: the best step is about the cube root of its precision.
            const float step = 5e-3f;
            float at = network.Weights[i];
            network.Weights[i] = at + step;
            double up = network.Differentiate(batch, ignored, 1, default);
            network.Weights[i] = at - step;
            double down = network.Differentiate(batch, ignored, 1, default);
            network.Weights[i] = at;
            worst = Math.Max(worst, Math.Abs(((up - down) / (2 * step)) - gradient[i]));
        }

        Assert.InRange(worst, 0, 2e-3);
    }

    [Fact]
    public void Stored_weights_bring_the_same_scores_and_wrong_ones_are_refused()
    {
        RecurrentScorer spec = new() { Hidden = 4, Inputs = [new() { Steps = 3 }] };
        RecurrentNetwork network = new(spec, [2], RandomStream.Create(5, "test"));
        using MemoryStream file = new();
        WeightFile.Write(file, network.Tensors());
        file.Position = 0;
        IReadOnlyList<NamedTensor> read = WeightFile.Read(file);
        Assert.Equal(
            ["gru.weight_ih_l0", "gru.weight_hh_l0", "gru.bias_ih_l0", "gru.bias_hh_l0", "bn.0.weight", "bn.0.bias", "bn.0.running_mean", "bn.0.running_var", "fc.0.weight", "fc.0.bias"],
            network.Tensors().Select(t => t.Name));
        TrainableNetwork other = NetworkTensors.Load(new RecurrentNetwork(spec, [2], RandomStream.Create(6, "test")), read);
        Assert.Equal(network.Weights, other.Weights);
        Assert.Equal(network.Buffers, other.Buffers);
        Assert.Throws<ArgumentException>(() => NetworkTensors.Load(other, [.. read.Skip(1)]));
        Assert.Throws<ArgumentException>(() => NetworkTensors.Load(other, [read[0] with { Shape = [2, 12] }, .. read.Skip(1)]));
        Assert.Throws<InvalidDataException>(() => WeightFile.Read(new MemoryStream(file.ToArray()[..^5])));
        Assert.Throws<InvalidDataException>(() => WeightFile.Read(new MemoryStream("not a file of weights"u8.ToArray())));
    }

    private static float[] Sines(int n, double size, double speed) => [.. Enumerable.Range(1, n).Select(i => (float)(size * Math.Sin(speed * i)))];

    private static IEnumerable<double> First(float[] gradient)
    {
        int[] sizes = [15 * Features, 15 * 5, 15, 15, 5, 5, 5, 1];
        int at = 0;
        foreach (int size in sizes)
        {
            for (int i = 0; i < Math.Min(3, size); i++) yield return gradient[at + i];
            at += size;
        }
    }
}
