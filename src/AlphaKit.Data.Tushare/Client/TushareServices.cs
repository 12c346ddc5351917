using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AlphaKit.Data.Tushare;

/// <summary>Registers the client with a service collection.</summary>
public static class TushareServices
{
    /// <summary>Name of the HTTP client, for those who want to change its handlers.</summary>
    public const string HttpClientName = "AlphaKit.Tushare";

    /// <summary>Registers <see cref="TushareClient"/> as one instance, on an HTTP client of the factory.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options, as in <c>o => o with { Points = 5000 }</c>; null leaves them.</param>
    /// <returns>The builder of the HTTP client.</returns>
    public static IHttpClientBuilder AddTushare(this IServiceCollection services, Func<TushareOptions, TushareOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(configure?.Invoke(new TushareOptions()) ?? new TushareOptions());
        services.TryAddSingleton(static provider =>
        {
            IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();
            return new TushareClient(
                provider.GetRequiredService<TushareOptions>(),
                () => factory.CreateClient(HttpClientName),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILogger<TushareClient>>());
        });
        return services.AddHttpClient(HttpClientName, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => TushareClient.NewHandler());
    }
}
