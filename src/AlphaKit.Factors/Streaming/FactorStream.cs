namespace AlphaKit.Factors;

/// <summary>Computes a set block of days after block of days; while one block is written the next one is computed.</summary>
internal static class FactorStream
{
    /// <summary>Bytes of results at a time when the options state no budget.</summary>
    public const long UsualBudget = 512 << 20;

    /// <summary>Bytes that the engine's histories may take beyond what windows need, to work on more rows at once.</summary>
    private const long Room = 256 << 20;

    public static async Task RunAsync(
        FactorSet set, Panel panel, IFactorSink sink, EngineOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (set.Count == 0) throw new InvalidOperationException("The set has no factors to compute.");
        FeaturePipeline.RequireFields(set, panel);
        int days = panel.Axes.Days, rows = RowsAtOnce(set, panel.Axes, options);
        using FactorSession session = FactorSession.Empty(set, panel.Axes, options, Shape.Default, ChunkRows(set, panel.Axes, rows));
        ResultBlock?[] blocks = new ResultBlock?[2];
        Task writing = Task.CompletedTask;
        try
        {
            for (int first = 0, turn = 0; first < days; turn ^= 1)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int count = Math.Min(rows, days - first);
                Panel part = panel.Between(panel.Calendar[first], panel.Calendar[first + count - 1]);
                ResultBlock block = blocks[turn]?.Rows == count ? blocks[turn]! : blocks[turn] = new ResultBlock(set.Count, count, panel.Axes.Count, options.Threads);
                session.Advance(part, block, cancellationToken);
                FeatureTensor next = FeaturePipeline.Finish(set, part, block, options, null, cancellationToken);
                await writing.ConfigureAwait(false);
                writing = Task.Run(() => sink.WriteAsync(next, cancellationToken), cancellationToken);
                first += count;
                progress?.Report(first / (double)days);
            }

            await writing.ConfigureAwait(false);
        }
        catch
        {
            // The block that is being written is still lent; its own failure, if any, is the one being thrown or comes second.
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rows of a block: two blocks fit into the budget, before and after preprocessing where there is any.</summary>
    private static int RowsAtOnce(FactorSet set, PanelAxes axes, EngineOptions options)
    {
        int copies = set.Steps.Count == 0 ? 2 : 4;
        long row = copies * ResultBlock.BytesOf(set.Count, 1, axes.Count), budget = options.MemoryBudget ?? UsualBudget;
        if (row > budget) throw new MemoryBudgetException(set.Count, copies, axes.Count, row, budget);
        return (int)Math.Clamp(budget / Math.Max(1, row), 1, Math.Max(1, axes.Days));
    }

    /// <summary>Rows that go through the kernels at once: many, unless their room behind all histories takes too much memory.</summary>
    private static int ChunkRows(FactorSet set, PanelAxes axes, int blockRows)
    {
        Plan plan = FactorEngine.MakePlan([.. set.Select(f => f.Expression)], Shape.Default);
        long slots = plan.Stages.Sum(s => s.SlotHistory.Count(h => h > 0)) + plan.Panels;
        long fitting = Room / Math.Max(1, slots * ((axes.Count + 15) & ~15) * sizeof(float));
        return (int)Math.Max(1, Math.Min(blockRows, Math.Clamp(fitting, 32, Shape.Default.RowsFor(plan.LongestHistory))));
    }
}
