using System.Collections.Immutable;
using AlphaKit.Backtest;
using AlphaKit.Factors;
using AlphaKit.Models;

namespace AlphaKit.Reports;

/// <summary>
/// A report as one HTML file: style, script, charts (inline SVG) and data are inside it, so it opens without a network and travels by mail.
/// Equal inputs give equal bytes: no clock, no culture, no machine-specific text. Every <c>With</c> returns a new report.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed partial record Report
{
    private Report()
    {
    }

    private string? Title { get; init; }

    private DataOrigin? Origin { get; init; }

    private BacktestResult? Result { get; init; }

    private ImmutableArray<FactorReport> Factors { get; init; } = [];

    private ImmutableArray<WalkForwardResult> Models { get; init; } = [];

    private MarketCoverage? Coverage { get; init; }

    private ImmutableArray<BrinsonAttribution> Brinsons { get; init; } = [];

    private ImmutableArray<FactorAttribution> Attributions { get; init; } = [];

    private CapacityEstimate? Capacity { get; init; }

    private SharpeEvidence? Evidence { get; init; }

    private CorrelationMatrix? Correlations { get; init; }

    private ExposureReport? Exposures { get; init; }

    private ImmutableArray<MonitorReport> Monitors { get; init; } = [];

    private ImmutableArray<Table> Tables { get; init; } = [];

    private ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>A report on a backtest.</summary>
    /// <param name="result">The result.</param>
    public static Report Of(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new Report { Result = result };
    }

    /// <summary>A report on a factor or on scores alone: a tear sheet.</summary>
    /// <param name="factor">What <see cref="FactorAnalysis"/> found.</param>
    public static Report Of(FactorReport factor) => new Report().With(factor);

    /// <summary>A report on what a monitor saw, for example of the day.</summary>
    /// <param name="monitor">What <see cref="ModelMonitor"/> found.</param>
    public static Report Of(MonitorReport monitor) => new Report().With(monitor);

    /// <summary>This report with a section on a factor or on scores.</summary>
    /// <param name="factor">What <see cref="FactorAnalysis"/> found.</param>
    public Report With(FactorReport factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return this with { Factors = Factors.Add(factor) };
    }

    /// <summary>This report with a section on a model that was trained walking forward.</summary>
    /// <param name="model">The result of the training.</param>
    public Report With(WalkForwardResult model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return this with { Models = Models.Add(model) };
    }

    /// <summary>This report with a section on what the market data hold and what they lack. A second coverage replaces the first.</summary>
    /// <param name="coverage">The coverage, see <see cref="IMarketData.Coverage"/>.</param>
    public Report With(MarketCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return this with { Coverage = coverage };
    }

    /// <summary>This report with a section on where the excess came from by group.</summary>
    /// <param name="attribution">Brinson's attribution.</param>
    public Report With(BrinsonAttribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        return this with { Brinsons = Brinsons.Add(attribution) };
    }

    /// <summary>This report with a section on where the excess came from by the factors of a risk model.</summary>
    /// <param name="attribution">The attribution.</param>
    public Report With(FactorAttribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        return this with { Attributions = Attributions.Add(attribution) };
    }

    /// <summary>This report with a section on how much money the strategy carries. A second estimate replaces the first.</summary>
    /// <param name="capacity">The estimate.</param>
    public Report With(CapacityEstimate capacity)
    {
        ArgumentNullException.ThrowIfNull(capacity);
        return this with { Capacity = capacity };
    }

    /// <summary>This report with a section on what its Sharpe ratio proves. A second one replaces the first.</summary>
    /// <param name="evidence">The evidence.</param>
    public Report With(SharpeEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return this with { Evidence = evidence };
    }

    /// <summary>This report with sections on exposures and what they earned. A second one replaces the first.</summary>
    /// <param name="exposures">What <see cref="ExposureAnalysis"/> found.</param>
    public Report With(ExposureReport exposures)
    {
        ArgumentNullException.ThrowIfNull(exposures);
        return this with { Exposures = exposures };
    }

    /// <summary>This report with a section on what a monitor saw.</summary>
    /// <param name="monitor">What <see cref="ModelMonitor"/> found.</param>
    public Report With(MonitorReport monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        return this with { Monitors = Monitors.Add(monitor) };
    }

    /// <summary>This report with a heat map of the correlations between factors. A second matrix replaces the first.</summary>
    /// <param name="correlations">The correlations.</param>
    public Report With(CorrelationMatrix correlations)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        return this with { Correlations = correlations };
    }

    /// <summary>
    /// This report with one table more. Tables whose name begins with <c>import_</c> (files, rules and findings of an import) stand in the
    /// section on data, all others in a section of their own, with search and download.
    /// </summary>
    /// <param name="table">The table.</param>
    public Report With(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return this with { Tables = Tables.Add(table) };
    }

    /// <summary>This report with one remark more, for example an assumption.</summary>
    /// <param name="note">The remark, as text; markup in it is shown, not interpreted.</param>
    public Report WithNote(string note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        return this with { Notes = Notes.Add(note) };
    }

    /// <summary>This report under another title; the default is the name of what it reports on.</summary>
    /// <param name="title">The title, as text; markup in it is shown, not interpreted.</param>
    public Report Titled(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return this with { Title = title };
    }

    /// <summary>
    /// This report with its data declared simulated or real. By default data count as simulated when the data version of a run, a
    /// remark or a note of the coverage begins with "simulated".
    /// </summary>
    /// <param name="origin">Where the data come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not an origin.</exception>
    public Report On(DataOrigin origin) => this with
    {
        Origin = Enum.IsDefined(origin) ? origin : throw new ArgumentOutOfRangeException(nameof(origin), origin, "Must be Market or Simulated."),
    };

    /// <summary>The report as an HTML document that is also well-formed XML.</summary>
    public string ToHtml() => ToPage().ToHtml();

    /// <summary>Writes the report; the file appears whole or not at all.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        await AtomicFile.WriteAsync(path, ToHtml(), cancellationToken).ConfigureAwait(false);
    }
}
