using System.Buffers;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace AlphaKit.Data.Tushare;

/// <summary>Sends one request and reads its reply.</summary>
internal static class ReplyReader
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json") { CharSet = "utf-8" };

    /// <exception cref="HttpRequestException">The connection failed.</exception>
    /// <exception cref="TushareReplyException">The reply is whole and wrong.</exception>
    public static async ValueTask<CallOutcome> SendAsync(
        HttpClient http, TushareOptions options, string api, byte[] body, TushareEndpoint? endpoint, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, options.BaseAddress) { Content = new ByteArrayContent(body) { Headers = { ContentType = s_json } } };
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            string status = FormattableString.Invariant($"HTTP status {(int)response.StatusCode}");
            if (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500) return new CallOutcome(null, status);
            throw new TushareConnectionException(api, 1, $"{status} from {options.BaseAddress}; check the address");
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(response.Content.Headers.ContentLength ?? 0, 1 << 16, options.MaximumReplyBytes));
        try
        {
            int length = 0;
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int read;
                while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
                {
                    length += read;
                    if (length < buffer.Length) continue;
                    if (length >= options.MaximumReplyBytes)
                        throw new TushareReplyException(api, FormattableString.Invariant($"the reply is larger than {options.MaximumReplyBytes} bytes ({nameof(TushareOptions.MaximumReplyBytes)})."));
                    byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)buffer.Length * 2, options.MaximumReplyBytes));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            try
            {
                return new CallOutcome(ReplyParser.Parse(buffer.AsSpan(0, length), api, endpoint), "");
            }
            catch (Exception damaged) when (ReplyParser.IsDamage(damaged))
            {
                return new CallOutcome(null, FormattableString.Invariant($"the reply of {length} bytes is not whole JSON in UTF-8"));
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not HttpIOException))
        {
            return new CallOutcome(null, $"the reply broke off: {broken.Message}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
