namespace AlphaKit.Models.Tests;

public sealed class RecurrentLayerTests
{
    public static TheoryData<int, int, int, int, int> Shapes => new()
    {
        // cell, samples, steps, features, hidden: whole and broken tiles, blocks and lanes
        { 0, 1, 1, 1, 1 }, { 1, 1, 1, 1, 1 }, { 0, 25, 5, 7, 13 }, { 1, 25, 5, 7, 13 }, { 0, 60, 12, 27, 30 }, { 1, 60, 12, 27, 30 }, { 0, 7, 3, 40, 33 }, { 1, 7, 3, 40, 64 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Last_state_equals_straight_loops_in_double(int cell, int samples, int steps, int features, int hidden)
    {
        Case c = new((RecurrentCell)cell, samples, steps, features, hidden);
        double[] expected = RecurrentReference.Forward(c.Cell, c.WideX, samples, steps, features, hidden, c.WideWeights);
        foreach (VectorWidth width in Widths())
        {
            float[] actual = c.Forward(width, threads: 1);
            for (int i = 0; i < actual.Length; i++) Assert.Equal(expected[i], actual[i], 2e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradients_equal_differences_of_the_reference(int cell, int samples, int steps, int features, int hidden)
    {
        Case c = new((RecurrentCell)cell, samples, steps, features, hidden);
        (float[] weights, float[] inputs) = c.Backward(VectorWidths.Widest, threads: 1);
        RandomStream random = RandomStream.Create(3, "which");
        const double step = 1e-5;
        for (int trial = 0; trial < 12; trial++)
        {
            int i = random.NextInt32(weights.Length);
            Assert.Equal(Difference(c, c.WideWeights, i, step), weights[i], 2e-5 * Math.Sqrt(samples));
            i = random.NextInt32(inputs.Length);
            Assert.Equal(Difference(c, c.WideX, i, step), inputs[i], 2e-5);
        }
    }

    [Theory]
    [InlineData(RecurrentCell.Gru)]
    [InlineData(RecurrentCell.Lstm)]
    public void Bits_depend_neither_on_threads_nor_on_vector_width(RecurrentCell cell)
    {
        Case c = new(cell, 1000, 6, 9, 20);
        float[] state = c.Forward(VectorWidth.Portable, 1);
        (float[] weights, float[] inputs) = c.Backward(VectorWidth.Portable, 1);
        foreach (VectorWidth width in Widths())
        {
            foreach (int threads in new[] { 1, 2, 5 })
            {
                Assert.Equal(state, c.Forward(width, threads));
                (float[] w, float[] x) = c.Backward(width, threads);
                Assert.Equal(weights, w);
                Assert.Equal(inputs, x);
            }
        }
    }

    [Fact]
    public void Windows_into_a_panel_equal_dense_sequences()
    {
        const int days = 30, names = 50, features = 3, steps = 8;
        RandomStream random = RandomStream.Create(4, "panel");
        float[] panel = [.. Enumerable.Range(0, days * names * features).Select(_ => (float)random.NextNormal())];
        int[] chosen = [.. Enumerable.Range(0, names).Where(i => i % 7 != 3)];
        const int lastDay = 21, stride = 2;
        int FirstOf(int name) => (((lastDay - ((steps - 1) * stride)) * names) + name) * features;
        float[] dense = [.. chosen.SelectMany(i => Enumerable.Range(0, steps).SelectMany(t => panel[(FirstOf(i) + (t * stride * names * features))..][..features]))];

        RecurrentLayer layer = Case.Layer(RecurrentCell.Gru, features, 5, VectorWidths.Widest);
        float[] a = new float[chosen.Length * 5], b = new float[chosen.Length * 5];
        layer.Forward(new SequenceBatch(panel, [.. chosen.Select(FirstOf)], steps, stride * names * features, features), a);
        layer.Forward(SequenceBatch.Dense(dense, steps, features), b);
        Assert.Equal(b, a);
    }

    [Fact]
    public void A_missing_input_makes_only_its_own_sample_missing()
    {
        Case c = new(RecurrentCell.Gru, 30, 4, 3, 6);
        c.X[(5 * 4 * 3) + 2] = float.NaN;
        float[] state = c.Forward(VectorWidths.Widest, 1);
        for (int i = 0; i < 30; i++) Assert.Equal(i == 5, float.IsNaN(state[i * 6]));
    }

    [Fact]
    public void Wrong_shapes_and_missing_weights_are_refused()
    {
        RecurrentLayer layer = new(RecurrentCell.Gru, 3, 4);
        SequenceBatch batch = SequenceBatch.Dense(new float[24], 4, 3);
        Assert.Throws<InvalidOperationException>(() => layer.Forward(batch, new float[8]));
        Assert.Throws<ArgumentException>(() => layer.SetWeights(new float[5]));
        float[] weights = new float[layer.WeightCount];
        weights[7] = float.NaN;
        Assert.Throws<ArgumentException>(() => layer.SetWeights(weights));
        layer.SetWeights(new float[layer.WeightCount]);
        Assert.Throws<ArgumentException>(() => layer.Forward(batch, new float[7]));
        Assert.Throws<ArgumentException>(() => layer.Forward(SequenceBatch.Dense(new float[24], 3, 4), new float[8]));
        Assert.Throws<ArgumentException>(() => SequenceBatch.Dense(new float[25], 4, 3));
        Assert.Throws<ArgumentException>(() => new SequenceBatch(new float[24], [13], 4, 3, 3));
        Assert.Throws<ArgumentException>(() => new SequenceBatch(new float[24], [3], 4, -3, 3));
        layer.Forward(SequenceBatch.Dense([], 4, 3), []);
    }

    private static IEnumerable<VectorWidth> Widths() => Enum.GetValues<VectorWidth>().Where(VectorWidths.IsSupported);

    private static double Difference(Case c, double[] point, int i, double step)
    {
        double at = point[i];
        point[i] = at + step;
        double up = c.Loss();
        point[i] = at - step;
        double down = c.Loss();
        point[i] = at;
        return (up - down) / (2 * step);
    }

    private sealed class Case
    {
        private readonly int _samples;
        private readonly int _steps;
        private readonly int _features;
        private readonly int _hidden;
        private readonly float[] _direction;

        public Case(RecurrentCell cell, int samples, int steps, int features, int hidden)
        {
            (Cell, _samples, _steps, _features, _hidden) = (cell, samples, steps, features, hidden);
            RandomStream random = RandomStream.Create(2, "case");
            X = [.. Enumerable.Range(0, samples * steps * features).Select(_ => (float)random.NextNormal())];
            WideX = [.. X.Select(v => (double)v)];
            WideWeights = [.. Weights(cell, features, hidden).Select(v => (double)v)];
            _direction = [.. Enumerable.Range(0, samples * hidden).Select(_ => (float)random.NextNormal())];
        }

        public RecurrentCell Cell { get; }

        public float[] X { get; }

        public double[] WideX { get; }

        public double[] WideWeights { get; }

        public static RecurrentLayer Layer(RecurrentCell cell, int features, int hidden, VectorWidth width)
        {
            RecurrentLayer layer = new(cell, features, hidden, width);
            layer.SetWeights(Weights(cell, features, hidden));
            return layer;
        }

        public float[] Forward(VectorWidth width, int threads)
        {
            float[] state = new float[_samples * _hidden];
            Layer(Cell, _features, _hidden, width).Forward(SequenceBatch.Dense(X, _steps, _features), state, threads);
            return state;
        }

        public (float[] Weights, float[] Inputs) Backward(VectorWidth width, int threads)
        {
            RecurrentLayer layer = Layer(Cell, _features, _hidden, width);
            float[] weights = new float[layer.WeightCount], inputs = new float[X.Length];
            layer.Backward(SequenceBatch.Dense(X, _steps, _features), _direction, weights, inputs, threads);
            return (weights, inputs);
        }

        public double Loss()
        {
            double[] state = RecurrentReference.Forward(Cell, WideX, _samples, _steps, _features, _hidden, WideWeights);
            return state.Zip(_direction, (a, b) => a * b).Sum();
        }

        private static float[] Weights(RecurrentCell cell, int features, int hidden)
        {
            RandomStream random = RandomStream.Create(1, "weights");
            int gates = cell == RecurrentCell.Gru ? 3 : 4;
            double scale = 1 / Math.Sqrt(hidden);
            return [.. Enumerable.Range(0, gates * hidden * (features + hidden + 2)).Select(_ => (float)random.NextDouble(-scale, scale))];
        }
    }
}
