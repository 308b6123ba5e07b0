using Trame.Cooperate.Agreements;
using Trame.Act.Projects;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using QRCoder;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Observe.Occasions;

/// <summary>The poster for the door, the counter, the baker's window: large words, a number to call, a code to scan for those who scan.</summary>
public sealed class PosterModel(TrameDb db, CurrentSpace here, CommuneShapes communes, Shell shell, FindWants wants, FindTies ties, FindContracts contracts, Trame.Deliberate.Debates.FindDebates debates, Trame.Act.Shifts.FindShifts shifts, Trame.Deliberate.Budgets.FindBudgets budgets) : ShowModel(db, here, communes, shell, wants, ties, contracts, debates, shifts, budgets)
{
    [BindProperty(SupportsGet = true)] public string? Format { get; set; }

    public bool IsSmall => Format == "a5";

    public IHtmlContent Code()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return new HtmlString(drawing.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
