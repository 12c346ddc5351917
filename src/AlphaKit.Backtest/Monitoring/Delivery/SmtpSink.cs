using System.Net;
using System.Net.Mail;
using System.Text;

namespace AlphaKit.Backtest;

/// <summary>Sends messages as plain-text e-mail.</summary>
/// <threadsafety>Safe for concurrent use; every message has a connection of its own.</threadsafety>
public sealed class SmtpSink : INotificationSink
{
    private readonly SmtpOptions _options;
    private readonly Secret? _password;
    private readonly TimeProvider _time;

    /// <summary>Makes a sink.</summary>
    /// <param name="options">Where mail goes.</param>
    /// <param name="password">The password of <see cref="SmtpOptions.User"/>; null where there is no log-in, and in a dry run.</param>
    /// <param name="time">Measures the time-out; null for the system's.</param>
    /// <exception cref="ArgumentException">
    /// An address is none; a password would travel unprotected; or mail is to be sent under a user's name without password.
    /// </exception>
    public SmtpSink(SmtpOptions options, Secret? password = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (string address in options.To.Prepend(options.From))
        {
            if (!MailAddress.TryCreate(address, out _)) throw new ArgumentException($"'{address}' is not an e-mail address.", nameof(options));
        }

        if (options.Security == SmtpSecurity.None && password is not null) throw new ArgumentException("A password is not sent over a connection without protection: use StartTls.", nameof(options));
        if (options.Delivery == Delivery.Send && options.User.Length > 0 && password is null) throw new ArgumentException($"The user '{options.User}' needs a password, see Secret.FromEnvironment.", nameof(password));
        _options = options;
        _password = password;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"e-mail to {string.Join(", ", _options.To)} through {_options.Host}:{_options.Port}");

    /// <inheritdoc/>
    public async Task<DeliveryReceipt> SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notification);
        string body = notification.ToText();
        DeliveryReceipt receipt = new(Name, _options.Delivery, $"From: {_options.From}\nTo: {string.Join(", ", _options.To)}\nSubject: {notification.Title}\n\n{body}");
        if (_options.Delivery == Delivery.DryRun) return receipt;
        using MailMessage mail = new() { From = new MailAddress(_options.From), Subject = notification.Title, SubjectEncoding = Encoding.UTF8, Body = body, BodyEncoding = Encoding.UTF8 };
        foreach (string address in _options.To) mail.To.Add(address);
        using SmtpClient client = new(_options.Host, _options.Port) { EnableSsl = _options.Security == SmtpSecurity.StartTls, UseDefaultCredentials = false };
        if (_password is not null) client.Credentials = new NetworkCredential(_options.User, _password.Reveal());
        using CancellationTokenSource patience = new(_options.Timeout, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await client.SendMailAsync(mail, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeliveryException(Name, FormattableString.Invariant($"no answer within {_options.Timeout.TotalSeconds} s."));
        }
        catch (SmtpException failure)
        {
            // Servers have been seen to repeat what they were sent: such a failure is told without its own text.
            string reason = Hide(failure.InnerException?.Message ?? failure.Message);
            throw new DeliveryException(Name, reason, Hide(failure.ToString()) == failure.ToString() ? failure : null);
        }

        return receipt;
    }

    // A text of the other side without the password, as it is and as it travels (Base64).
    private string Hide(string text)
    {
        if (_password is null) return text;
        string secret = _password.Reveal();
        return text.Replace(secret, "***", StringComparison.Ordinal).Replace(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), "***", StringComparison.Ordinal);
    }
}
