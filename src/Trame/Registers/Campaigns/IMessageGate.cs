namespace Trame.Registers.Campaigns;

/// <summary>A way out for messages. One that is not set sends nothing, and nothing is asked of it.</summary>
public interface IMessageGate
{
    MessageWay Way { get; }

    /// <summary>The operator said how.</summary>
    bool IsSet { get; }

    /// <returns>Null when it left; otherwise what happened instead.</returns>
    Task<string?> Send(string to, string subject, string text, CancellationToken stop);
}
