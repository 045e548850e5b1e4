using Amazon.Runtime;

namespace InstanceScheduler.Aws.Tests.Clients;

public sealed class AwsClientsTests : AwsTest
{
    [Fact]
    public void Clients_do_not_retry_and_give_up_a_call_in_time_for_another()
    {
        IClientConfig[] configs = [Clients.DynamoDb.Config, Clients.Ssm.Config, Clients.Lambda.Config, Clients.Ec2(Region).Config,
            Clients.Rds(Region).Config, Clients.SsmIn(Region).Config, Clients.Sns(Region).Config, Clients.Sts.Config];

        Assert.All(configs, config =>
        {
            Assert.Equal(0, config.MaxErrorRetry);
            Assert.Equal(TimeSpan.FromSeconds(30), config.Timeout);
            Assert.Equal(Region, config.AuthenticationRegion);
        });
    }

    [Fact]
    public void Clients_of_another_caller_are_alike_but_for_the_credentials()
    {
        var other = Clients.As(new BasicAWSCredentials("AKIDOTHER", "secret"));

        Assert.NotSame(Clients.Ec2(Region), other.Ec2(Region));
        Assert.Same(Clients.Ec2(Region).Config.HttpClientFactory, other.Ec2(Region).Config.HttpClientFactory);
        Assert.Equal(Clients.Ec2(Region).Config.ServiceURL, other.Ec2(Region).Config.ServiceURL);
        Assert.Equal(0, other.Rds(Region).Config.MaxErrorRetry);
    }

    [Fact]
    public void There_is_one_client_for_each_service_and_region()
    {
        Assert.Same(Clients.DynamoDb, Clients.DynamoDb);
        Assert.Same(Clients.Ssm, Clients.SsmIn(Region));
        Assert.Same(Clients.Lambda, Clients.Lambda);
        Assert.Same(Clients.Ec2(Region), Clients.Ec2(Region));
        Assert.NotSame(Clients.Ec2(Region), Clients.Ec2("cn-northwest-1"));
        Assert.Equal("cn-northwest-1", Clients.Ec2("cn-northwest-1").Config.AuthenticationRegion);
        Assert.Same(Clients.Rds(Region), Clients.Rds(Region));
        Assert.NotSame(Clients.Rds(Region), Clients.Rds("cn-northwest-1"));
        Assert.Equal("cn-northwest-1", Clients.Rds("cn-northwest-1").Config.AuthenticationRegion);
        Assert.Same(Clients.Sns(Region), Clients.Sns(Region));
        Assert.Equal("cn-northwest-1", Clients.Sns("cn-northwest-1").Config.AuthenticationRegion);
        Assert.NotSame(Clients.Ssm, Clients.SsmIn("cn-northwest-1"));
        Assert.Equal("cn-northwest-1", Clients.SsmIn("cn-northwest-1").Config.AuthenticationRegion);
    }
}
