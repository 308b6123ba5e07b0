using System.CommandLine;
using Trame.Foundation;

namespace Trame.Registers.Exports;

/// <summary>The register in the formats that others read: national ones, those of maps and calendars, spreadsheets. Reads only; what a format cannot say is counted.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(OpenFormats), typeof(OpenFormat), typeof(ExportRegister), typeof(ExportContext), typeof(ExportTally), typeof(ExportWords), typeof(ColumnDictionary), typeof(PublishedRecords), typeof(PublicRecord), typeof(RowLayout), typeof(RowCells), typeof(OwnId), typeof(CalendarFile), typeof(RegisterStamp)];

    public void Register(IServiceCollection services) => services.AddScoped<PublishedRecords>().AddScoped<ExportRegister>().AddScoped<RegisterStamp>();

    public IEnumerable<Command> Exports(CommandHost host) => ExportVerbs.All(host);
}
