using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Trame.Cooperate.Partners;
using Trame.Foundation.Facts;
using Trame.Registers.People;

namespace Trame.Tests.Cooperate.Partners;

/// <summary>Facts are told to an address that listens here: signed, once when all is well, again and later when it is not.</summary>
public abstract class WebhooksTests(TestSpace space)
{
    [Fact]
    public async Task An_address_outside_the_web_is_refused_and_a_good_one_is_kept()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var page = await browser.Open("/reglages/partenaires");
        (await page.SendTo("handler=Webhook", ("WebhookPartner", "Partenaire"), ("WebhookUrl", "http://exemple.fr/"), ("WebhookKinds", "moment"))).RefusalOf("WebhookUrl").ShouldContain("https://");
        (await page.SendTo("handler=Webhook", ("WebhookPartner", "Partenaire"), ("WebhookUrl", "https://exemple.fr/trame"))).RefusalOf("WebhookKinds").ShouldContain("Cochez");
        var made = await page.SendTo("handler=Webhook", ("WebhookPartner", "Partenaire"), ("WebhookUrl", "https://exemple.fr/trame"), ("WebhookKinds", "moment"));
        var secret = made.Document.QuerySelector("#secret")!.TextContent;
        var kept = await space.Read(db => db.Set<Webhook>().SingleAsync(w => w.Url == "https://exemple.fr/trame"));
        kept.Secret.ShouldNotContain(secret, Case.Sensitive, "sealed");
        await (await browser.Open("/reglages/partenaires")).SendTo("handler=End", ("id", $"{kept.Id}"));
        (await space.Read(db => db.Set<Webhook>().SingleAsync(w => w.Id == kept.Id))).EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_fact_is_told_once_signed_so_that_whoever_receives_it_can_check()
    {
        await using var partner = await Listener.Open(_ => 204);
        var (webhook, secret) = await Webhook(partner.Address, "project");
        await Fact("moment.held"); // of another family: not for this address
        var fact = await Fact("project.started");
        await Send();
        await Send();
        var message = partner.Heard.ShouldHaveSingleItem();
        message.Body.ShouldContain($"\"factId\":\"{fact}\"");
        var (seconds, signature) = (message.Signature.Split(',')[0][2..], message.Signature.Split(',')[1][3..]);
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{message.Body}")));
        signature.ShouldBe(expected);
        (await Messages(webhook)).ShouldHaveSingleItem().ReceivedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_not_received_is_sent_again_later_and_later_then_given_up()
    {
        await using var partner = await Listener.Open(attempt => attempt < 3 ? 500 : 200);
        var (webhook, _) = await Webhook(partner.Address, "project");
        await Fact("project.done");
        var began = space.Clock.GetUtcNow();
        try
        {
            await Send();
            (await Messages(webhook)).Single().Answer.ShouldBe("500");
            await Send();
            partner.Heard.Count.ShouldBe(1, "a minute has not passed");
            space.Clock.Set(began.AddMinutes(2));
            await Send();
            space.Clock.Set(began.AddMinutes(8));
            await Send();
            partner.Heard.Count.ShouldBe(3);
            partner.Heard.Select(h => h.Message).Distinct().ShouldHaveSingleItem("the same message, so that whoever receives it twice can tell");
            (await Messages(webhook)).Single().ReceivedAt.ShouldNotBeNull();
        }
        finally
        {
            space.Clock.Set(began);
        }
    }

    [Fact]
    public void A_message_that_never_arrives_is_given_up_after_two_days()
    {
        var (message, now) = (new WebhookMessage(Guid.CreateVersion7(), Guid.CreateVersion7(), Instant.FromUtc(2026, 11, 20, 8, 0)), Instant.FromUtc(2026, 11, 20, 8, 0));
        while (message.NextAt is { } next) message.Failed("500", now = next);
        message.Attempts.ShouldBe(8);
        (now - message.CreatedAt).ShouldBeInRange(Duration.FromHours(40), Duration.FromHours(48));
    }

    [Fact]
    public async Task A_fact_that_is_not_written_is_not_told()
    {
        await using var partner = await Listener.Open(_ => 200);
        var (webhook, _) = await Webhook(partner.Address, "project");
        await space.Act(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(new Fact(new FactKind("project.stopped"), space.CommuneId, Channel.Online, db.Now));
            (await db.Save(default)).ThrowIfRefused();
            await transaction.RollbackAsync();
        });
        (await Messages(webhook)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.20.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("93.184.216.34", false)]
    [InlineData("2606:2800:220:1::1", false)]
    public void Addresses_behind_our_walls_are_known(string address, bool isInside) => Trame.Foundation.Web.OutsideWeb.IsInside(IPAddress.Parse(address)).ShouldBe(isInside);

    [Fact]
    public async Task Nothing_is_sent_behind_our_own_walls()
    {
        await using var inside = await Listener.Open(_ => 200);
        using var post = new WebhookPost(anywhere: false);
        (await post.Send(inside.Address, "{}", Guid.CreateVersion7(), "", TestContext.Current.CancellationToken)).Status.ShouldBeNull();
        inside.Heard.ShouldBeEmpty();
    }

    private async Task<(Guid Id, string Secret)> Webhook(string url, string kinds) => await space.In(async services =>
    {
        var (db, secret) = (services.GetRequiredService<Trame.Foundation.Data.TrameDb>(), Tokens.New());
        foreach (var old in await db.Set<Webhook>().Where(w => w.EndedAt == null).ToListAsync()) old.End(db.Now);
        var webhook = Trame.Cooperate.Partners.Webhook.Make("Essai", "https://exemple.fr/", [kinds], services.GetRequiredService<WebhookSeal>().Close(secret), db.Now).Value!;
        db.Add(webhook);
        db.Entry(webhook).Property(w => w.Url).CurrentValue = url; // the listener of the test has no certificate
        (await db.Save(default)).ThrowIfRefused();
        return (webhook.Id, secret);
    });

    private async Task<Guid> Fact(string kind) => await space.Read(async db =>
    {
        var fact = new Fact(new FactKind(kind), space.CommuneId, Channel.Online, db.Now);
        db.Add(fact);
        (await db.Save(default)).ThrowIfRefused();
        return fact.Id;
    });

    private Task<int> Send() => space.In(async services =>
    {
        using var post = new WebhookPost(anywhere: true);
        return await new SendWebhooks(post, services.GetRequiredService<WebhookSeal>()).Handle(services.GetRequiredService<Trame.Foundation.Data.TrameDb>(), TestContext.Current.CancellationToken);
    });

    private Task<List<WebhookMessage>> Messages(Guid webhook) => space.Read(db => db.Set<WebhookMessage>().AsNoTracking().Where(m => m.WebhookId == webhook).ToListAsync());

    /// <summary>A partner's server on the loopback, which answers as the test wishes.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private WebApplication _app = null!;

        public List<(string Message, string Signature, string Body)> Heard { get; } = [];

        public string Address => _app.Urls.First();

        public static async Task<Listener> Open(Func<int, int> answer)
        {
            var listener = new Listener();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            listener._app = builder.Build();
            listener._app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                listener.Heard.Add((context.Request.Headers["Trame-Message"].ToString(), context.Request.Headers["Trame-Signature"].ToString(), await reader.ReadToEndAsync()));
                context.Response.StatusCode = answer(listener.Heard.Count);
            });
            await listener._app.StartAsync();
            return listener;
        }

        public async ValueTask DisposeAsync()
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }
}

public sealed class WebhooksOnSqlite(SqliteSpace space) : WebhooksTests(space), IClassFixture<SqliteSpace>;
public sealed class WebhooksOnPostgres(PostgresSpace space) : WebhooksTests(space), IClassFixture<PostgresSpace>;
