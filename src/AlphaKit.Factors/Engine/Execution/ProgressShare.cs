namespace AlphaKit.Factors;

/// <summary>Passes the progress of a part on as that of the whole.</summary>
internal sealed class ProgressShare : IProgress<double>
{
    private readonly IProgress<double> _whole;
    private readonly double _from;
    private readonly double _to;

    private ProgressShare(IProgress<double> whole, double from, double to) => (_whole, _from, _to) = (whole, from, to);

    public static ProgressShare? Of(IProgress<double>? whole, double from, double to) => whole is null ? null : new ProgressShare(whole, from, to);

    public void Report(double value) => _whole.Report(_from + ((_to - _from) * value));
}
