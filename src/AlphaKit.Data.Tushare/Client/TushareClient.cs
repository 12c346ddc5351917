using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace AlphaKit.Data.Tushare;

/// <summary>
/// Client of Tushare Pro. Every question is paged to its end and cut where a cap would truncate it; quotas are kept for all callers of the token
/// on this machine; connections that fail and replies that break off are tried again; everything else is an exception with a type of its own.
/// The token leaves the process inside request bodies only.
/// </summary>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public sealed partial class TushareClient : IDisposable
{
    /// <summary>Deepest offset that the service answers.</summary>
    public const int MaximumOffset = 100_000;

    private const int MaximumMinuteRefusals = 10;

    // A failed query is often a passing trouble of the vendor's database; what can be cut is cut after one repeat.
    private const int MaximumQueryRepeats = 3;

    private readonly TushareToken _token;
    private readonly Func<HttpClient> _http;
    private readonly HttpClient? _own;
    private readonly QuotaLedger _ledger;
    private readonly ResiliencePipeline<CallOutcome> _pipeline;
    private readonly ILogger _log;
    private volatile bool _tokenRefused;

    /// <summary>Makes a client with its own connections.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="TushareTokenException">The token is empty or malformed.</exception>
    public TushareClient(string token)
        : this(new TushareOptions { Token = new TushareToken(token) })
    {
    }

    /// <summary>Makes a client with its own connections.</summary>
    /// <param name="options">How to reach the service; the token comes from them or from the environment.</param>
    /// <param name="time">The clock; the system's when null.</param>
    /// <param name="log">Where to tell of calls, retries and waits; nowhere when null.</param>
    /// <exception cref="TushareTokenException">There is no token.</exception>
    public TushareClient(TushareOptions options, TimeProvider? time = null, ILogger<TushareClient>? log = null)
        : this(options, NewHttpClient(), time, log)
    {
    }

    internal TushareClient(TushareOptions options, Func<HttpClient> http, TimeProvider? time, ILogger<TushareClient>? log)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _token = options.Token ?? TushareToken.FromEnvironment();
        _http = http;
        _log = log ?? (ILogger)NullLogger.Instance;
        Time = time ?? TimeProvider.System;
        _ledger = new QuotaLedger(_token, options, Time);
        _pipeline = TransportPipeline.Build(options, _ledger, Time, (api, attempt, trouble) => Log.Retrying(_log, api, attempt, _token.Scrub(trouble)));
    }

    private TushareClient(TushareOptions options, HttpClient own, TimeProvider? time, ILogger<TushareClient>? log)
        : this(options, () => own, time, log) => _own = own;

    /// <summary>The options.</summary>
    public TushareOptions Options { get; }

    /// <summary>The clock that quotas and waits run by.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Makes a client with the token of <see cref="TushareToken.EnvironmentVariable"/>.</summary>
    /// <param name="options">How to reach the service; the defaults when null.</param>
    /// <exception cref="TushareTokenException">The variable is not set.</exception>
    public static TushareClient FromEnvironment(TushareOptions? options = null) => new((options ?? new TushareOptions()) with { Token = TushareToken.FromEnvironment() });

    /// <summary>Streams the rows of a query as records.</summary>
    /// <typeparam name="TRow">The record, which names its interface.</typeparam>
    /// <param name="query">What to ask.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="AlphaKitException">See <see cref="BatchesAsync"/>.</exception>
    public async IAsyncEnumerable<TRow> QueryAsync<TRow>(TushareQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TRow : ITushareRow<TRow>
    {
        await foreach (TushareBatch batch in BatchesAsync(TRow.Endpoint, query, cancellationToken).ConfigureAwait(false))
        {
            for (int row = 0; row < batch.RowCount; row++) yield return TRow.Read(batch, row);
        }
    }

    /// <summary>Streams the rows of a query as columns, one batch for each reply.</summary>
    /// <param name="endpoint">The interface.</param>
    /// <param name="query">What to ask.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="ArgumentException">The interface cannot answer the query.</exception>
    /// <exception cref="TushareTokenException">The service refuses the token.</exception>
    /// <exception cref="TusharePermissionException">The account may not use the interface.</exception>
    /// <exception cref="TushareQuotaException">The hour's or the day's quota is used up.</exception>
    /// <exception cref="TushareTruncatedException">More rows than can be had by paging, and the question cannot be cut.</exception>
    /// <exception cref="TushareReplyException">A reply is not what the table of interfaces says.</exception>
    /// <exception cref="TushareConnectionException">No whole reply in all attempts.</exception>
    /// <exception cref="TushareServiceException">The service refuses the question.</exception>
    public async IAsyncEnumerable<TushareBatch> BatchesAsync(
        TushareEndpoint endpoint, TushareQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        foreach (TushareSlice slice in SliceMaker.Make(endpoint, query ?? new TushareQuery()))
        {
            await foreach (TushareBatch batch in PagesAsync(endpoint.Name, endpoint, slice, endpoint.Fields, cancellationToken).ConfigureAwait(false)) yield return batch;
        }
    }

    /// <summary>Asks any interface by name, whether the table holds it or not; kinds of columns are then read off the reply.</summary>
    /// <param name="api">The vendor's name.</param>
    /// <param name="parameters">Parameters by the vendor's names.</param>
    /// <param name="fields">Columns, separated by commas; empty for the vendor's default. Unknown names are dropped by the vendor without a word.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="AlphaKitException">See <see cref="BatchesAsync"/>.</exception>
    public async Task<SourceTable> QueryAsync(string api, IReadOnlyDictionary<string, string> parameters, string fields = "", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(api);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(fields);
        TushareSlice slice = new(TushareEndpoints.All[0], parameters.OrderBy(p => p.Key, StringComparer.Ordinal), null, null);
        List<TushareBatch> batches = [];
        await foreach (TushareBatch batch in PagesAsync(api, null, slice, fields, cancellationToken).ConfigureAwait(false)) batches.Add(batch);
        return BatchJoin.ToTable(batches);
    }

    /// <summary>What is left of the quota of an interface, over all processes of this machine.</summary>
    /// <param name="api">The vendor's name.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    public ValueTask<TushareQuota> QuotaAsync(string api, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(api);
        return _ledger.LeftAsync(api, cancellationToken);
    }

    /// <summary>Closes the connections that the client made.</summary>
    public void Dispose()
    {
        _own?.Dispose();
        _ledger.Dispose();
    }

    /// <summary>A handler as the client needs it: replies unpacked, connections renewed so that a change of address is noticed.</summary>
    internal static SocketsHttpHandler NewHandler() => new()
    {
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };

    private static HttpClient NewHttpClient() => new(NewHandler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
}
