using System.Runtime.CompilerServices;

namespace AlphaKit.Testing;

/// <summary>
/// A market whose future is replaced by noise: every field value known after a moment, every dataset row dated after it, every delisting
/// still to come. Whatever is decided up to that moment must not change when it is decided on the poisoned market; what changes has
/// looked ahead.
/// <para>Prices of one share and day are scaled by one random factor and rounded to 0.01, highs a little more and lows a little less, so that bars
/// stay possible; previous closes and limits are scaled by another, so that who will be at a limit changes; other values are scaled one by one;
/// flags flip at random; categories are dealt out anew among the shares. Of the days after the moment some bars go missing and some that were
/// missing come back, so that whoever asks who will trade is found too. Today's names of shares are hidden. Corporate actions announced by the
/// moment are kept though their ex-date lies after it. The calendar is kept: trading days are published ahead.</para>
/// </summary>
/// <threadsafety>Safe for concurrent use if the market inside is.</threadsafety>
public sealed class PoisonedMarket : IMarketData
{
    /// <summary>Part of the share-days after the moment that lose their bars.</summary>
    private const double GapProbability = 0.1;

    /// <summary>Part of the missing bars after the moment that come back.</summary>
    private const double ReturnProbability = 0.3;

    private readonly IMarketData _inner;
    private readonly DateOnly _day;
    private readonly Clock _clock;
    private readonly ulong _seed;

    /// <summary>Poisons a market.</summary>
    /// <param name="market">The true market.</param>
    /// <param name="day">The last true trading day.</param>
    /// <param name="clock">The moment of that day up to which its row is true.</param>
    /// <param name="seed">Seed of the noise.</param>
    /// <exception cref="DateNotInCalendarException"><paramref name="day"/> is not a trading day.</exception>
    public PoisonedMarket(IMarketData market, DateOnly day, Clock clock = Clock.NextMorning, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(market);
        _ = market.Calendar.IndexOf(day);
        _inner = market;
        _day = day;
        _clock = clock;
        _seed = seed;
        Securities = new SecurityMaster(market.Securities.All.Select(s => s with { Name = s.Symbol.Code, Delisted = s.Delisted > day ? null : s.Delisted }));
    }

    /// <summary>The version of the true market: code under test must not see a difference.</summary>
    public string DataVersion => _inner.DataVersion;

    /// <inheritdoc/>
    public PriceBasis PriceBasis => _inner.PriceBasis;

    /// <inheritdoc/>
    public TradingCalendar Calendar => _inner.Calendar;

    /// <summary>The master records, without delistings still to come.</summary>
    public SecurityMaster Securities { get; }

    /// <inheritdoc/>
    public MarketCoverage Coverage => _inner.Coverage;

    /// <inheritdoc/>
    public async ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        Panel truth = await _inner.PanelAsync(
            query with { Universe = Universe.Everything, Fields = [.. query.Fields.Union(query.Universe.RequiredFields)] },
            cancellationToken).ConfigureAwait(false);
        Panel poisoned = new(truth.Axes, truth.Fields.Select(f => KeyValuePair.Create(f, Poison(truth, f))));
        return poisoned.Within(query.Universe, Securities);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(
        Dataset<TRow> dataset,
        DatasetQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (dataset.Name == Datasets.CorporateActions.Name)
        {
            await foreach (TRow row in _inner.ReadAsync(dataset, query, cancellationToken).ConfigureAwait(false))
            {
                if (row is CorporateAction action && action.Announced <= _day) yield return row;
            }

            yield break;
        }

        DatasetQuery past = query with { To = query.To > _day ? _day : query.To };
        if (past.To < past.From) yield break;
        await foreach (TRow row in _inner.ReadAsync(dataset, past, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    private FieldMatrix Poison(Panel truth, Field field)
    {
        FieldMatrix matrix = truth[field];
        int firstPoisoned = truth.Calendar.IndexAtOrAfter(_day), moment = truth.Calendar.IndexAtOrBefore(_day);
        if (firstPoisoned < truth.Axes.Days && truth.Calendar[firstPoisoned] == _day && field.KnownAt <= _clock) firstPoisoned++;
        return FieldMatrix.Create(matrix.Rows, matrix.Columns, (t, row) =>
        {
            matrix.Row(t).CopyTo(row);
            if (t < firstPoisoned) return;
            string day = truth.Calendar[t].ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
            bool isPrice = field.Unit == Unit.CnyPerShare, isReference = field.Equals(Field.PreClose) || field.Equals(Field.LimitUp) || field.Equals(Field.LimitDown);
            RandomStream gaps = RandomStream.Create(_seed, $"poison/{day}/gaps"), spreads = RandomStream.Create(_seed, $"poison/{day}/spread");
            RandomStream noise = RandomStream.Create(_seed, isReference ? $"poison/{day}/reference" : isPrice ? $"poison/{day}/price" : $"poison/{day}/{field.Name}");
            bool trades = field.Unit is Unit.CnyPerShare or Unit.Shares or Unit.Cny;
            for (int i = 0; i < row.Length; i++)
            {
                double factor = Math.Exp(0.1 * noise.NextNormal()), spread = 0.03 * spreads.NextDouble(), chance = gaps.NextDouble();
                if (field.Equals(Field.High)) factor *= 1 + spread;
                if (field.Equals(Field.Low)) factor *= 1 - spread;
                if (trades && t > moment)
                {
                    // Who will trade is a secret too: some bars go, some that are missing come back at the last price.
                    if (float.IsNaN(row[i]) && chance < ReturnProbability) row[i] = LastKnown(matrix, moment, i);
                    else if (chance > 1 - GapProbability) row[i] = float.NaN;
                }

                row[i] = field.Unit switch
                {
                    Unit.Flag => float.IsNaN(row[i]) ? row[i] : factor > 1 ? 1f : 0f,
                    Unit.Category => matrix.Row(t)[noise.NextInt32(row.Length)],
                    Unit.CnyPerShare => MathF.Max(0.01f, (float)(Math.Round(row[i] * factor * 100) / 100)),
                    _ => (float)(row[i] * factor),
                };
            }
        });
    }

    private static float LastKnown(FieldMatrix matrix, int moment, int column)
    {
        for (int t = moment; t >= 0; t--)
        {
            if (!float.IsNaN(matrix[t, column])) return matrix[t, column];
        }

        return float.NaN;
    }
}
