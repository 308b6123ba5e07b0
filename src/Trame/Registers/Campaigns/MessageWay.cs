namespace Trame.Registers.Campaigns;

/// <summary>How a question can leave by itself, where the machine was set for it. Paper and telephone need nothing.</summary>
public enum MessageWay
{
    Mail,
    Sms,
}
