namespace AlphaKit.Factors.Tests.Preprocessing;

/// <summary>Takes one hand-written cross-section through steps.</summary>
internal static class StepRunner
{
    public static readonly Field Signal = Field.Custom("signal", Unit.None, Clock.Close);

    public static FeatureTensor Run(float[] values, CrossSectionStep[] steps, bool[]? members = null, params (Field Field, float[] Row)[] others)
    {
        Membership? universe = members is null ? null : Membership.Create(1, values.Length, (_, row) => members.CopyTo(row));
        Panel panel = TestPanels.Of([(Signal, [values]), .. others.Select(o => (o.Field, new[] { o.Row }))], universe);
        return FactorSet.Of(new NamedFactor("signal", Signal)).Then(steps).Compute(panel);
    }

    public static float[] Row(this FeatureTensor tensor) => tensor[0].Values.Row(0).ToArray();
}
