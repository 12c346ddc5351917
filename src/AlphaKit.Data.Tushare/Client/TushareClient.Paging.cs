using System.Runtime.CompilerServices;

namespace AlphaKit.Data.Tushare;

/// <content>
/// Pages. A reply is the last one of its question only if it has fewer rows than were asked for, says nothing of more, and its number of rows is
/// no multiple of 100, which every cap is: a cap that the table has too high would otherwise truncate in silence.
/// </content>
public sealed partial class TushareClient
{
    /// <summary>The rows of one question, one batch for each reply; the first comes even when empty.</summary>
    internal async IAsyncEnumerable<TushareBatch> PagesAsync(
        string api, TushareEndpoint? endpoint, TushareSlice question, string fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RowSet? seen = null;
        bool any = false;
        long total = 0;
        Stack<TushareSlice> parts = new([question]);
        while (parts.TryPop(out TushareSlice? part))
        {
            TushareBatch? previous = null;
            long offset = 0;
            bool previousMayBeCut = false;
            while (true)
            {
                string? stopped = null;
                TushareReply? reply = null;
                if (offset > MaximumOffset)
                {
                    stopped = FormattableString.Invariant($"offsets end at {MaximumOffset}");
                }
                else
                {
                    reply = await CallAsync(api, endpoint, part, endpoint?.Cap ?? 0, offset, fields, cancellationToken).ConfigureAwait(false);
                    if (reply.Rows is null) stopped = $"the service answers {_token.Scrub(reply.Message)}";
                    else if (previous is not null && previous.RowCount > 0 && reply.Rows.RowCount > 0 && RowSet.Same(previous, 0, reply.Rows, 0))
                    {
                        if (!previousMayBeCut) break;
                        stopped = "the interface repeats its first page, whatever the offset";
                    }
                }

                if (stopped is not null)
                {
                    if (part.TrySplit(out TushareSlice earlier, out TushareSlice later))
                    {
                        Log.Split(_log, api, part.ToString(), stopped);
                        parts.Push(later);
                        parts.Push(earlier);
                        seen ??= new RowSet();
                        break;
                    }

                    if (reply?.Rows is null && reply is not null && offset == 0) throw new TushareServiceException(api, reply.Code, _token.Scrub(reply.Message), part.ToString());
                    throw new TushareTruncatedException(api, part.ToString(), total, stopped);
                }

                TushareBatch page = reply!.Rows!;
                bool mayBeCut = reply.HasMore || (endpoint is null ? reply.Delivered >= 1000 && reply.Delivered % 100 == 0 : reply.Delivered >= endpoint.Cap);
                endpoint ??= page.Endpoint;
                bool more = reply.Delivered > 0 && (mayBeCut || reply.Delivered % 100 == 0);
                previous = page;
                previousMayBeCut = mayBeCut;
                Report(api, page);
                if (more || seen is not null) page = (seen ??= new RowSet()).Fresh(page);
                total += page.RowCount;
                if (page.RowCount > 0 || page.Rejected.Count > 0 || !any)
                {
                    any = true;
                    yield return page;
                }

                if (!more) break;
                offset += reply.Delivered;
            }
        }
    }

    private void Report(string api, TushareBatch page)
    {
        if (page.Missing.Count > 0) Log.ColumnsMissing(_log, api, string.Join(", ", page.Missing));
        foreach (TushareRejectedRow row in page.Rejected) Log.RowRejected(_log, api, row.Column, row.Value, row.Reason);
    }
}
