using System.Buffers;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Exports;

namespace Trame.Observe.OpenData;

/// <summary>The whole register in one format, sent while it is read.</summary>
internal static class GiveFormat
{
    public static async Task Handle(string format, ExportRegister export, RegisterStamp stamp, HttpContext context)
    {
        if (OpenFormats.Find(format) is not { } known) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!await stamp.HasIt(context)) await Send(known, export, context);
    }

    /// <summary>Where the pages of this space are, as who asks sees them.</summary>
    public static string Root(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";

    public static void Dictionary(HttpContext context)
    {
        Name(context, "text/csv; charset=utf-8", "dictionnaire.csv");
        using var file = new MemoryStream();
        ColumnDictionary.Write(file);
        context.Response.ContentLength = file.Length;
        context.Response.BodyWriter.Write(file.ToArray());
    }

    /// <summary>What a format holds and what it cannot, worked out by writing it nowhere; remembered until something is saved.</summary>
    public static Task<ExportTally> Weigh(OpenFormat format, ExportRegister export, CurrentSpace here, SpaceMemory memory, CancellationToken stop) =>
        memory.Keep(here.Space, $"export-{format.Key}", () => export.Handle(format, Stream.Null, export.Context(null), null, stop));

    private static async Task Send(OpenFormat format, ExportRegister export, HttpContext context)
    {
        var about = export.Context(Root(context));
        Name(context, format.MediaType, format.FileName(about));
        var outlet = new Outlet(context.Response.Body);
        await export.Handle(format, outlet.Stream, about, () => outlet.Send(context.RequestAborted), context.RequestAborted);
        await outlet.SendAll(context.RequestAborted);
    }

    private static void Name(HttpContext context, string type, string file)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
    }
}
