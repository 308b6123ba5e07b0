using Trame.Browser.Tests;

// One house and one Chromium for the whole suite; two journeys at a time, which is what a machine with two cores can draw.
[assembly: AssemblyFixture(typeof(DemoHouse))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
