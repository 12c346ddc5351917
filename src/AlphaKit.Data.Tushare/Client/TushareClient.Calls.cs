using System.Net.Http;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AlphaKit.Data.Tushare;

/// <content>Single calls: through the pipeline, and what the service's refusals mean.</content>
public sealed partial class TushareClient
{
    /// <summary>One request and its reply: a success, or a refusal that asking for less may cure.</summary>
    private async ValueTask<TushareReply> CallAsync(
        string api, TushareEndpoint? endpoint, TushareSlice part, int limit, long offset, string fields, CancellationToken cancellationToken)
    {
        byte[] body = RequestBody.Write(api, _token, part.Parameters, limit, offset, fields);
        int minutes = 0;
        int failures = 0, repeats = part.TrySplit(out _, out _) ? 1 : MaximumQueryRepeats;
        while (true)
        {
            if (_tokenRefused) throw new TushareTokenException("the service refused it before; every further call would be refused too.");
            TushareReply reply = await AttemptAsync(api, endpoint, body, cancellationToken).ConfigureAwait(false);
            if (reply.Code == 0)
            {
                Log.Answered(_log, api, part.ToString(), offset, reply.Delivered);
                return reply;
            }

            string message = _token.Scrub(reply.Message);
            RefusalKind kind = Refusal.Classify(reply.Code, message);
            switch (kind)
            {
                case RefusalKind.Minute:
                    int perMinute = Refusal.StatedLimit(message);
                    DateTimeOffset again = await _ledger.RefuseAsync(api, TushareQuotaWindow.Minute, perMinute, cancellationToken).ConfigureAwait(false);
                    Log.Waiting(_log, api, message, again);
                    if (++minutes > MaximumMinuteRefusals) throw new TushareQuotaException(api, TushareQuotaWindow.Minute, perMinute, again);
                    break;
                case RefusalKind.Hour or RefusalKind.Day:
                    TushareQuotaWindow window = kind == RefusalKind.Hour ? TushareQuotaWindow.Hour : TushareQuotaWindow.Day;
                    int stated = Refusal.StatedLimit(message);
                    throw new TushareQuotaException(api, window, stated, await _ledger.RefuseAsync(api, window, stated, cancellationToken).ConfigureAwait(false));
                case RefusalKind.Permission:
                    throw new TusharePermissionException(api, (endpoint ?? TushareEndpoints.Find(api))?.Points ?? 0, message);
                case RefusalKind.Token:
                    _tokenRefused = true;
                    throw new TushareTokenException($"the service refuses it: {message}");
                case RefusalKind.Ceiling:
                    return reply;
                case RefusalKind.Query when failures >= repeats:
                    return reply;
                case RefusalKind.Query:
                    await Task.Delay(Options.RetryDelay * (1 << failures++), Time, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    throw new TushareServiceException(api, reply.Code, message, part.ToString());
            }
        }
    }

    private async ValueTask<TushareReply> AttemptAsync(string api, TushareEndpoint? endpoint, byte[] body, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(QuotaStrategy.Api, api);
        try
        {
            CallOutcome outcome = await _pipeline.ExecuteAsync(
                static async (c, s) => await ReplyReader.SendAsync(s.Client._http(), s.Client.Options, s.Api, s.Body, s.Endpoint, c.CancellationToken).ConfigureAwait(false),
                context,
                (Client: this, Api: api, Body: body, Endpoint: endpoint)).ConfigureAwait(false);
            return outcome.Reply ?? throw new TushareConnectionException(api, Options.Attempts, outcome.Trouble);
        }
        catch (Exception failed) when (failed is HttpRequestException or HttpIOException or TimeoutRejectedException or BrokenCircuitException)
        {
            throw new TushareConnectionException(api, Options.Attempts, failed.Message, failed);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Api}({Parameters}) from {Offset}: {Rows} rows")]
        public static partial void Answered(ILogger log, string api, string parameters, long offset, int rows);

        [LoggerMessage(2, LogLevel.Information, "{Api}: {Message} Waiting until {Until:O}.")]
        public static partial void Waiting(ILogger log, string api, string message, DateTimeOffset until);

        [LoggerMessage(3, LogLevel.Information, "{Api}({Parameters}) is cut in two: {Reason}")]
        public static partial void Split(ILogger log, string api, string parameters, string reason);

        [LoggerMessage(4, LogLevel.Warning, "{Api}: the reply lacks {Columns}")]
        public static partial void ColumnsMissing(ILogger log, string api, string columns);

        [LoggerMessage(6, LogLevel.Information, "{Api}: attempt {Attempt} failed: {Trouble}")]
        public static partial void Retrying(ILogger log, string api, int attempt, string trouble);

        [LoggerMessage(5, LogLevel.Warning, "{Api}: a row is set aside, its {Column} is '{Value}'. {Reason}")]
        public static partial void RowRejected(ILogger log, string api, string column, string value, string reason);
    }
}
