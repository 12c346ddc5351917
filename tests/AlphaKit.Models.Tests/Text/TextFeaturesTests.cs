using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

public sealed class TextFeaturesTests
{
    private static readonly Study s_study = new(12, 3, 1, new DateOnly(2024, 1, 2)); // Tuesday

    private static readonly DateOnly s_tuesday = new(2024, 1, 2);

    [Theory]
    // Day 0 is Tuesday 2 January, day 3 Friday, day 4 Monday the 8th.
    [InlineData(Clock.Close, "2024-01-03", "15:00", 1)]
    [InlineData(Clock.Close, "2024-01-03", "15:00:01", 2)]
    [InlineData(Clock.Close, "2024-01-03", "", 2)]
    [InlineData(Clock.Close, "2024-01-05", "18:30", 4)]
    [InlineData(Clock.Close, "2024-01-06", "09:00", 4)]
    [InlineData(Clock.Close, "2024-01-07", "", 4)]
    [InlineData(Clock.Open, "2024-01-03", "09:15", 1)]
    [InlineData(Clock.Open, "2024-01-03", "09:16", 2)]
    [InlineData(Clock.Open, "2024-01-06", "23:00", 4)]
    [InlineData(Clock.Announced, "2024-01-03", "23:59", 1)]
    [InlineData(Clock.Announced, "2024-01-03", "", 1)]
    public void A_text_counts_from_the_first_trading_day_at_whose_clock_it_was_published(Clock clock, string date, string time, int expected)
    {
        FeatureTensor x = Compute(new TextFeatureOptions { KnownAt = clock, Window = 50 }, Text(0, Day(date), time, 1));
        Assert.Equal(clock, x.KnownAt);
        Assert.Equal(expected, Enumerable.Range(0, 12).First(t => !float.IsNaN(x["text_0"].Values[t, 0])));
        Assert.Equal(Enumerable.Range(0, 12).Select(t => t >= expected ? 1f : 0), Enumerable.Range(0, 12).Select(t => x["text_count"].Values[t, 0]));
    }

    [Fact]
    public void Newer_texts_weigh_more_and_old_ones_leave_the_window()
    {
        FeatureTensor x = Compute(
            new TextFeatureOptions { Window = 3, HalfLife = 1 }, Text(1, Day("2024-01-03"), "10:00", 4), Text(1, Day("2024-01-04"), "10:00", 1), Text(1, Day("2024-01-04"), "11:00", 1));
        float[] day = [.. Enumerable.Range(0, 6).Select(t => x["text_0"].Values[t, 1])];

        // Day 1: 4. Day 2: (4 · ½ + 1 + 1) / 2.5 = 1.6, and the same on day 3, all weights halved. Day 4: the first has left. Day 5: none is left.
        Assert.Equal([float.NaN, 4, 1.6f, 1.6f, 1, float.NaN], day);
        Assert.Equal([0, 1, 3, 3, 2, 0], Enumerable.Range(0, 6).Select(t => x["text_count"].Values[t, 1]));
    }

    [Fact]
    public void Texts_known_only_after_a_day_change_nothing_up_to_it()
    {
        RandomStream random = RandomStream.Create(6, "texts");
        List<TextEmbedding> texts = [.. Enumerable.Range(0, 60).Select(_ => new TextEmbedding(
            s_study.Axes.Symbols[random.NextInt32(3)], s_tuesday.AddDays(random.NextInt32(16)), random.NextInt32(4) == 0 ? null : new TimeOnly(random.NextInt32(24), 0), new[] { (float)random.NextNormal() }))];
        foreach (Clock clock in new[] { Clock.Open, Clock.Close, Clock.Announced })
        {
            TextFeatureOptions options = new() { KnownAt = clock };
            FeatureTensor clean = Compute(options, [.. texts]);
            for (int t = 0; t < 12; t++)
            {
                // By hand: the moment of the decision, and everything published after it replaced.
                DateTime decision = s_study.Axes.Calendar[t].ToDateTime(clock switch { Clock.Open => new TimeOnly(9, 15), Clock.Close => new TimeOnly(15, 0), _ => new TimeOnly(23, 59, 59) });
                TextEmbedding[] poisoned = [.. texts.Select(e => e.Date.ToDateTime(e.Time ?? new TimeOnly(23, 59, 59)) > decision ? e with { Vector = new[] { 1e6f } } : e)];
                FeatureTensor after = Compute(options, [.. poisoned, Text(0, s_study.Axes.Calendar[t], clock == Clock.Announced ? "" : "15:30", 7, clock == Clock.Announced ? 1 : 0)]);
                for (int u = 0; u <= t; u++)
                {
                    for (int i = 0; i < 3; i++)
                    {
                        Assert.Equal(clean["text_0"].Values[u, i], after["text_0"].Values[u, i]);
                        Assert.Equal(clean["text_count"].Values[u, i], after["text_count"].Values[u, i]);
                    }
                }
            }
        }
    }

    [Fact]
    public void The_order_of_texts_does_not_matter_and_those_outside_are_counted()
    {
        TextEmbedding[] texts = [Text(0, Day("2024-01-04"), "10:00", 3), Text(2, Day("2024-01-03"), "09:00", 1), Text(0, Day("2024-01-03"), "10:00", 0.3f)];
        FeatureTensor a = Compute(new(), texts), b = Compute(new(), [.. texts.Reverse()]);
        Assert.Equal(a["text_0"].Values.ToRowMajorArray(), b["text_0"].Values.ToRowMajorArray());

        TextEmbedding stranger = texts[0] with { Symbol = Symbol.Parse("000001.SZ") }, early = texts[0] with { Date = new DateOnly(2023, 12, 29) }, late = texts[0] with { Date = new DateOnly(2025, 1, 1) };
        FeatureTensor c = Compute(new(), [.. texts, stranger, early, late]);
        Assert.Equal(a["text_0"].Values.ToRowMajorArray(), c["text_0"].Values.ToRowMajorArray());
        Assert.Equal(["1 of 6 texts are of other symbols.", "2 of 6 texts could be known only before the first or after the last day."], c.Notes);
    }

    [Fact]
    public void Vectors_that_cannot_be_right_are_refused()
    {
        TextEmbedding good = Text(0, s_tuesday, "10:00", 1);
        Assert.Throws<InsufficientDataException>(() => Compute(new()));
        Assert.Throws<ArgumentException>(() => Compute(new(), good with { Vector = Array.Empty<float>() }));
        Assert.Throws<ArgumentException>(() => Compute(new(), good, good with { Vector = new float[2] }));
        Assert.Throws<ArgumentException>(() => Compute(new(), good with { Vector = new[] { float.NaN } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextFeatureOptions { KnownAt = Clock.Evening });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextFeatureOptions { Window = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextFeatureOptions { HalfLife = double.NaN });
    }

    [Fact]
    public void A_projection_keeps_lengths_and_angles_about_and_is_the_same_for_every_text()
    {
        RandomStream random = RandomStream.Create(3, "vectors");
        float[][] vectors = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 300).Select(_ => (float)random.NextNormal()).ToArray())];
        TextEmbedding[] texts = [.. vectors.Select(v => Text(0, s_tuesday, "10:00", 0) with { Vector = v })];
        float[][] shorter = [.. TextFeatures.Project(texts, 128, seed: 5).Select(t => t.Vector.ToArray())];
        for (int i = 0; i < 20; i++)
        {
            for (int j = 0; j < i; j++)
            {
                // The standard error of a squared length is √(2 / 128) = 12 %: four of them.
                Assert.Equal(1, Square(shorter[i], shorter[j]) / Square(vectors[i], vectors[j]), 0.5);
            }
        }

        Assert.Equal(shorter[7], TextFeatures.Project([texts[7]], 128, seed: 5)[0].Vector.ToArray());
        Assert.NotEqual(shorter[7], TextFeatures.Project([texts[7]], 128, seed: 6)[0].Vector.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => TextFeatures.Project(texts, 0));
        Assert.Throws<InsufficientDataException>(() => TextFeatures.Project([], 4));

        static double Square(float[] a, float[] b) => a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum();
    }

    [Fact]
    public void Items_take_the_vectors_of_the_encoder()
    {
        TextItem[] items = [new(s_study.Axes.Symbols[0], s_tuesday, null, "abc"), new(s_study.Axes.Symbols[1], s_tuesday, new TimeOnly(9, 0), "abcdef")];
        IReadOnlyList<TextEmbedding> vectors = TextFeatures.Embed(items, new Lengths());
        Assert.Equal([3f, 6f], vectors.Select(v => v.Vector.Span[0]));
        Assert.Equal([null, new TimeOnly(9, 0)], vectors.Select(v => v.Time));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static TextEmbedding Text(int symbol, DateOnly date, string time, float value, int daysLater = 0) =>
        new(s_study.Axes.Symbols[symbol], date.AddDays(daysLater), time.Length > 0 ? TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture) : null, new[] { value });

    private static FeatureTensor Compute(TextFeatureOptions options, params TextEmbedding[] texts) => TextFeatures.Compute(s_study.Axes, s_study.X().Members, texts, options);

    private sealed class Lengths : ITextEncoder
    {
        public int Width => 1;

        public IReadOnlyList<ReadOnlyMemory<float>> Encode(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) =>
            [.. texts.Select(t => (ReadOnlyMemory<float>)new[] { (float)t.Length })];
    }
}
