using System.Net;
using Trame.Registers.People;

namespace Trame.Tests.Foundation.Ui;

public sealed class PlanTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    [Fact]
    public async Task Every_page_of_the_plan_answers_whoever_it_is_shown_to_and_the_desk_is_in_the_menu_of_those_who_work_there()
    {
        foreach (var (role, works) in ((Role, bool)[])[(Role.Visitor, false), (Role.CounterAgent, true), (Role.Coordinator, true)])
        {
            var browser = role == Role.Visitor ? space.Browse() : await space.BrowseAs(role);
            var plan = await browser.Open("/plan");
            var links = plan.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).Distinct().ToList();
            links.Count.ShouldBeGreaterThan(12);
            foreach (var link in links.Where(l => l != "/entrer")) (await browser.Open(link)).Status.ShouldBe(HttpStatusCode.OK, $"{role} {link}");
            (plan.Document.QuerySelector("header nav a[href='/bureau']") is not null).ShouldBe(works, $"{role}");
            links.Contains("/reglages").ShouldBe(role == Role.Coordinator);
        }
    }
}
