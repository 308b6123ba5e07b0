namespace Trame.Foundation.Text;

/// <summary>The address that a telephone calls: digits and the plus, without the blanks people write between them.</summary>
public static class PhoneLink
{
    public static string Of(string phone) => $"tel:{new string([.. phone.Where(c => char.IsDigit(c) || c == '+')])}";
}
