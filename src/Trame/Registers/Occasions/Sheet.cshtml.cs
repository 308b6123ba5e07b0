using Microsoft.AspNetCore.Mvc;
using QRCoder;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>The proposal on paper: an A4 sheet to fill in by pen, with the address of the same form. Someone at a counter types it back.</summary>
public sealed class SheetPage : TramePage
{
    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/proposer";

    /// <summary>The address for a phone's camera, drawn as one path: nothing is fetched, nothing is styled inline.</summary>
    public (string Path, int Size) Code()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = string.Concat(Enumerable.Range(0, rows.Count).SelectMany(y => Enumerable.Range(0, rows.Count).Where(x => rows[y][x]).Select(x => $"M{x} {y}h1v1h-1z")));
        return (path, rows.Count);
    }
}
