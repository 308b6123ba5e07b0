namespace Trame.Act.Shifts;

/// <summary>How somebody wishes to be reminded.</summary>
public enum HandWay
{
    /// <summary>Not at all.</summary>
    None,
    Phone,
    Visit,
    Mail,
    Sms,
}
