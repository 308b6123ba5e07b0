using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;

namespace Trame.Act.Projects;

/// <summary>A contract about a project was signed by both sides: the project says so, in the save of whoever signed. One that is already further stays where it is.</summary>
public sealed class SignForProject(TrameDb db, CurrentSpace space)
{
    public async Task Prepare(Guid projectId, Channel channel, CancellationToken stop)
    {
        if (await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == projectId && p.MergedIntoId == null, stop) is not { } project) return;
        var today = SpaceCalendar.Of(space.Settings).Today(db.Now);
        if (project.StageOn(today) is not (ProjectStage.Idea or ProjectStage.Supported)) return;
        project.Contract(today, db.Now).ThrowIfRefused();
        db.Add(ProjectFacts.Of(ProjectFacts.Contracted, project, channel, db.Now, db.Now));
    }
}
