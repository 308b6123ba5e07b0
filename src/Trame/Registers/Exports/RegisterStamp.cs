using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Registers.Exports;

/// <summary>Which version of the register a file was made from: who has it already is told so (304).</summary>
public sealed class RegisterStamp(TrameDb db, CurrentSpace here, SpaceMemory memory)
{
    private sealed record Stamp(string Text);

    /// <summary>Depends on the register, the question, the language and the day.</summary>
    public async Task<bool> HasIt(HttpContext context)
    {
        var stop = context.RequestAborted;
        var register = await memory.Keep(here.Space, "occasions-stamp", async () => new Stamp(
            $"{await db.Set<Occasion>().CountAsync(stop)} {await db.Set<Occasion>().MaxAsync(o => (Instant?)o.ChangedAt, stop)} {await db.Set<Territory>().IgnoreAutoIncludes().SumAsync(t => (long)t.Version, stop)}"));
        return ConditionalGet.HasIt(context, $"{register.Text} {here.Settings} {context.Request.Path}{context.Request.QueryString} {CultureInfo.CurrentUICulture.Name} {SpaceCalendar.Of(here.Settings).Today(db.Now)}");
    }
}
