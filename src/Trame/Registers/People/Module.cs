using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>People: as little as possible about each, several ways in, none of them an e-mail or a phone.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(Person), typeof(Role), typeof(Tokens), typeof(SignedIn), typeof(PeopleActs), typeof(SecurityWord)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in PeopleActs.All) services.AddSingleton(act);
        services.AddScoped<SignedIn>().AddScoped<IIdentify>(scope => scope.GetRequiredService<SignedIn>());
        services.AddSingleton<Secrets>().AddScoped<SignInPatience>().AddScoped<EnterWithSecret>().AddScoped<SetPassword>();
        services.AddScoped<MakeCard>().AddScoped<RevokeSignIn>().AddScoped<EndSessions>();
        services.AddScoped<RoleRules>().AddScoped<GiveRole>().AddScoped<EndRole>().AddScoped<Invite>().AddScoped<UseInvitation>();
        services.AddIdentityCore<Person>();
        services.AddScoped<IUserStore<Person>, PasskeyStore>().AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>().AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(o => (o.ResidentKeyRequirement, o.UserVerificationRequirement) = ("required", "preferred"));
        services.AddScoped<ReadJournal>().AddScoped<ChangeSettings>();
        services.AddScoped<RegisterPerson>().AddScoped<FindPeople>().AddScoped<DescribeMyself>().AddScoped<ExportPerson>();
        services.AddSingleton<PrintedAddress>().AddSingleton<FirstCoordinator>().AddSingleton<IPrepare>(s => s.GetRequiredService<FirstCoordinator>());
        foreach (var page in (MenuPage[])
        [
            new("you", 10, "/entrer", "ui.sign-in"), new("you", 20, "/moi", "people.me", PeopleActs.BeMyself), new("you", 30, "/moi/nom", "people.me.describe", PeopleActs.BeMyself),
            new("you", 40, "/moi/entrees", "people.me.ways", PeopleActs.BeMyself), new("you", 50, "/moi/donnees", "people.me.data", PeopleActs.BeMyself), new("you", 60, "/moi/partir", "people.me.leave", PeopleActs.BeMyself),
            new("space", 20, "/reglages/roles", "people.matrix.title"), new("space", 30, "/reglages/personnes", "people.list.title", PeopleActs.Welcome),
            new("space", 40, "/reglages/journal", "people.journal.title", PeopleActs.ReadJournal), new("space", 50, "/reglages", "people.settings.title", PeopleActs.ChangeSettings),
        ]) services.AddSingleton(page);
        RegisterForgetting(services);
    }

    public IEnumerable<Command> Commands(CommandHost host)
    {
        string[] given = [.. RoleRules.Given.Where(r => !RoleRules.NeedsScope(r)).Append(Role.Resident).Select(EnumWords.Write)];
        var role = new Option<string>("--role") { Description = Texts.Get("cli.invite.role", string.Join(", ", given)), DefaultValueFactory = _ => "coordinator" };
        role.AcceptOnlyFromAmong(given);
        var invite = new Command("invite", Texts.Get("cli.invite")) { role };
        invite.SetAction((parsed, stop) => host.InSpace(parsed, (services, _) => services.GetRequiredService<FirstCoordinator>().Handle(services, EnumWords.Read<Role>(parsed.GetValue(role)!), stop), stop));
        yield return invite;
    }

    private static void RegisterForgetting(IServiceCollection services)
    {
        services.AddSingleton<ErasePerson>().AddSingleton<IOnPrepared, ApplyTombstones>();
        services.AddSingleton<IForgetPerson, ForgetInPeople>();
        services.AddSingleton<IPurge, ForgetDormant>();
        services.AddSingleton<IPurge>(new PurgeRows<Session>(Retention.Session, before => s => s.EndsAt < before));
        services.AddSingleton<IPurge>(new PurgeRows<SignInAttempt>(Retention.SignInAttempt, before => a => a.LastAt < before));
        services.AddSingleton<IPurge>(new PurgeRows<SignIn>(Retention.WayIn, before => w => w.RevokedAt < before));
        services.AddSingleton<IPurge>(new PurgeRows<Invitation>(Retention.Invitation, before => i => i.EndsAt < before || i.UsedAt < before));
        services.AddSingleton<IPurge>(new PurgeRows<RoleGrant>(Retention.RoleGrant, before => g => g.EndedAt < before));
        services.AddSingleton<IPurge>(new PurgeRows<SecurityEvent>(Retention.SecurityJournal, before => e => e.At < before));
    }
}
