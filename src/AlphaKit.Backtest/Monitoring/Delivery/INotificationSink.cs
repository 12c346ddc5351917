namespace AlphaKit.Backtest;

/// <summary>Takes messages to people: e-mail, a chat, a file. Implement it for a channel of your own.</summary>
public interface INotificationSink
{
    /// <summary>Where messages go, without any secret.</summary>
    string Name { get; }

    /// <summary>Delivers a message, or shows what would be delivered.</summary>
    /// <param name="notification">The message.</param>
    /// <param name="cancellationToken">Stops the delivery.</param>
    /// <exception cref="DeliveryException">The message could not be delivered.</exception>
    Task<DeliveryReceipt> SendAsync(Notification notification, CancellationToken cancellationToken = default);
}
