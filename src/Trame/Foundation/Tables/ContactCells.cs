using System.Text.RegularExpressions;

namespace Trame.Foundation.Tables;

/// <summary>How to reach someone: telephone (see <see cref="PhoneCells"/>), e-mail, web address.</summary>
public static partial class ContactCells
{
    /// <summary>One address; whether it answers, only a letter tells.</summary>
    public static CellReading<string> Email(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<string>.Empty;
        var address = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..] : text;
        if (address.Count(letter => letter == '@') > 1) return CellReading<string>.Wrong("tables.email.several", text);
        return EmailShape().IsMatch(address) && address.Length <= 254 ? CellReading<string>.Of(address) : CellReading<string>.Wrong("tables.email.shape", text);
    }

    /// <summary>http and https only; « www.exemple.fr » is completed, and it is said.</summary>
    public static CellReading<Uri> WebAddress(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<Uri>.Empty;
        var isBare = BareHost().IsMatch(text);
        if (!Uri.TryCreate(isBare ? "https://" + text : text, UriKind.Absolute, out var address)) return CellReading<Uri>.Wrong("tables.url.shape", text);
        if (address.Scheme is not ("http" or "https")) return CellReading<Uri>.Wrong("tables.url.scheme", text, address.Scheme);
        if (!address.Host.Contains('.') || address.UserInfo.Length > 0) return CellReading<Uri>.Wrong("tables.url.shape", text);
        return CellReading<Uri>.Of(address, isBare ? new TableProblem("tables.url.completed", text, address.AbsoluteUri) : null);
    }

    [GeneratedRegex(@"\A[^\s@<>()\[\],;:""\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,24}\z")]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"\A[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}(?:[/?#]\S*)?\z")]
    private static partial Regex BareHost();
}
