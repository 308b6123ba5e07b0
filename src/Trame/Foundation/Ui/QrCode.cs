using System.Text;
using QRCoder;

namespace Trame.Foundation.Ui;

/// <summary>A square that a phone reads, as a picture that prints sharp at any size. What it says is always written beside it in words.</summary>
public static class QrCode
{
    /// <summary>For <c>&lt;img src&gt;</c>: an SVG, with the quiet margin that readers need.</summary>
    public static string Picture(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing.GetGraphic(4)))}";
    }
}
