using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>Instances as DescribeInstances shows them: all elements in EC2's order, so that sizes and parsing costs are real.</summary>
internal static class InstanceXml
{
    private const int TypicalSize = 5000;

    /// <summary>Neighbours of one reservation share its element, as in AWS.</summary>
    public static void WriteReservations(XmlBuffer xml, FleetRegion region, IReadOnlyList<InstanceView> views)
    {
        xml.Reserve(views.Count * TypicalSize);
        string? open = null;
        foreach (var view in views)
        {
            var reservation = view.Instance.ReservationId ?? "r-" + Digits(view.Instance.Id);
            if (reservation != open)
            {
                if (open is not null)
                {
                    xml.Raw("</instancesSet></item>"u8);
                }

                xml.Raw("<item>"u8)
                    .Element("reservationId"u8, reservation)
                    .Element("ownerId"u8, region.Account)
                    .Raw("<groupSet/><instancesSet>"u8);
                open = reservation;
            }

            WriteInstance(xml, region, view);
        }

        if (open is not null)
        {
            xml.Raw("</instancesSet></item>"u8);
        }
    }

    public static void WriteState(XmlBuffer xml, ReadOnlySpan<byte> element, PowerState state) => xml
        .Raw("<"u8).Raw(element).Raw("><code>"u8).Number((int)state)
        .Raw("</code><name>"u8).Text(state.WireName()).Raw("</name></"u8).Raw(element).Raw(">"u8);

    private static void WriteInstance(XmlBuffer xml, FleetRegion region, InstanceView view)
    {
        var (instance, digits) = (view.Instance, Digits(view.Instance.Id));
        var address = new PrivateAddress(view.Sequence);
        var host = $"ip-{address.ToString('-')}.{region.Name}.compute.internal";
        xml.Raw("<item>"u8).Element("instanceId"u8, instance.Id).Raw("<imageId>ami-0ff8a91507f77f867</imageId>"u8);
        WriteState(xml, "instanceState"u8, view.State);
        xml.Element("privateDnsName"u8, host)
            .Raw("<dnsName/>"u8)
            .Element("reason"u8, view.Reason?.Transition ?? "")
            .Raw("<keyName>operations</keyName><amiLaunchIndex>0</amiLaunchIndex><productCodes/>"u8)
            .Element("instanceType"u8, view.Type)
            .Raw("<launchTime>"u8).Time(view.LaunchTime).Raw("</launchTime><placement><availabilityZone>"u8)
            .Text(region.Name).Text([instance.Zone])
            .Raw("</availabilityZone><groupName/><tenancy>default</tenancy></placement><monitoring><state>disabled</state></monitoring>"u8)
            .Element("subnetId"u8, "subnet-" + digits)
            .Element("vpcId"u8, "vpc-" + region.Account)
            .Element("privateIpAddress"u8, address.ToString('.'))
            .Raw("<sourceDestCheck>true</sourceDestCheck>"u8);
        WriteGroups(xml);
        if (view.Reason is { } reason)
        {
            xml.Raw("<stateReason>"u8).Element("code"u8, reason.Code).Element("message"u8, reason.Message).Raw("</stateReason>"u8);
        }

        xml.Raw("<architecture>x86_64</architecture>"u8);
        WriteDevices(xml, view);
        if (instance.Spot != SpotRequest.None)
        {
            xml.Raw("<instanceLifecycle>spot</instanceLifecycle>"u8).Element("spotInstanceRequestId"u8, "sir-" + digits[..8]);
        }

        xml.Raw("<virtualizationType>hvm</virtualizationType>"u8)
            .Element("clientToken"u8, "5d0c1a52-7b1e-4c1f-9a55-0" + digits[..Math.Min(11, digits.Length)]);
        WriteTags(xml, view);
        xml.Raw("<hypervisor>xen</hypervisor>"u8);
        WriteInterface(xml, region, view, address.ToString('.'), host);
        WriteOptions(xml, region, instance, digits);
        xml.Raw("</item>"u8);
    }

    private static void WriteGroups(XmlBuffer xml) =>
        xml.Raw("<groupSet><item><groupId>sg-0598c7d356eba48d7</groupId><groupName>application servers</groupName></item></groupSet>"u8);

    private static void WriteDevices(XmlBuffer xml, InstanceView view)
    {
        if (view.Instance.InstanceStoreRoot)
        {
            xml.Raw("<rootDeviceType>instance-store</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName><blockDeviceMapping/>"u8);
            return;
        }

        xml.Raw("<rootDeviceType>ebs</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName><blockDeviceMapping>"u8);
        foreach (var (volume, device, _) in InstanceVolume.Of(view.Instance))
        {
            WriteDevice(xml, device, volume, view.LaunchTime);
        }

        xml.Raw("</blockDeviceMapping>"u8);
    }

    private static void WriteDevice(XmlBuffer xml, string device, string volume, DateTimeOffset attached) => xml
        .Raw("<item>"u8).Element("deviceName"u8, device).Raw("<ebs>"u8).Element("volumeId"u8, volume)
        .Raw("<status>attached</status><attachTime>"u8).Time(attached)
        .Raw("</attachTime><deleteOnTermination>true</deleteOnTermination></ebs></item>"u8);

    private static void WriteTags(XmlBuffer xml, InstanceView view)
    {
        xml.Raw("<tagSet>"u8);
        foreach (var (key, value) in view.Tags)
        {
            xml.Raw("<item>"u8).Element("key"u8, key).Element("value"u8, value).Raw("</item>"u8);
        }

        xml.Raw("</tagSet>"u8);
    }

    private static void WriteInterface(XmlBuffer xml, FleetRegion region, InstanceView view, string address, string host)
    {
        var digits = Digits(view.Instance.Id);
        xml.Raw("<networkInterfaceSet><item>"u8)
            .Element("networkInterfaceId"u8, "eni-" + digits)
            .Element("subnetId"u8, "subnet-" + digits)
            .Element("vpcId"u8, "vpc-" + region.Account)
            .Raw("<description/>"u8).Element("ownerId"u8, region.Account)
            .Raw("<status>in-use</status><macAddress>02:dd:2c:5e:01:69</macAddress>"u8)
            .Element("privateIpAddress"u8, address).Element("privateDnsName"u8, host)
            .Raw("<sourceDestCheck>true</sourceDestCheck>"u8);
        WriteGroups(xml);
        xml.Raw("<attachment>"u8).Element("attachmentId"u8, "eni-attach-" + digits)
            .Raw("<deviceIndex>0</deviceIndex><networkCardIndex>0</networkCardIndex><status>attached</status>"u8)
            .Raw("<attachTime>"u8).Time(view.LaunchTime)
            .Raw("</attachTime><deleteOnTermination>true</deleteOnTermination></attachment><privateIpAddressesSet><item>"u8)
            .Element("privateIpAddress"u8, address).Element("privateDnsName"u8, host)
            .Raw("<primary>true</primary></item></privateIpAddressesSet><ipv6AddressesSet/><interfaceType>interface</interfaceType>"u8)
            .Raw("<operator><managed>false</managed></operator></item></networkInterfaceSet>"u8);
    }

    private static void WriteOptions(XmlBuffer xml, FleetRegion region, LocalInstance instance, string digits)
    {
        var profile = $"arn:{Arn.Partition(region.Name)}:iam::{region.Account}:instance-profile/application";
        xml.Raw("<iamInstanceProfile>"u8).Element("arn"u8, profile).Element("id"u8, "AIPA" + digits.ToUpperInvariant())
            .Raw("</iamInstanceProfile><ebsOptimized>false</ebsOptimized><enaSupport>true</enaSupport>"u8)
            .Raw("<cpuOptions><coreCount>1</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions>"u8)
            .Raw("<capacityReservationSpecification>"u8)
            .Raw("<capacityReservationPreference>open</capacityReservationPreference>"u8)
            .Raw("</capacityReservationSpecification>"u8)
            .Raw("<hibernationOptions><configured>"u8)
            .Raw(instance.HibernationConfigured ? "true"u8 : "false"u8)
            .Raw("</configured></hibernationOptions>"u8)
            .Raw("<metadataOptions><state>applied</state><httpTokens>required</httpTokens>"u8)
            .Raw("<httpPutResponseHopLimit>2</httpPutResponseHopLimit>"u8)
            .Raw("<httpEndpoint>enabled</httpEndpoint><httpProtocolIpv6>disabled</httpProtocolIpv6>"u8)
            .Raw("<instanceMetadataTags>disabled</instanceMetadataTags></metadataOptions>"u8)
            .Raw("<enclaveOptions><enabled>false</enabled></enclaveOptions><bootMode>uefi-preferred</bootMode>"u8)
            .Raw("<platformDetails>Linux/UNIX</platformDetails><usageOperation>RunInstances</usageOperation>"u8)
            .Raw("<usageOperationUpdateTime>2025-06-02T03:04:05.000Z</usageOperationUpdateTime>"u8)
            .Raw("<privateDnsNameOptions><hostnameType>ip-name</hostnameType>"u8)
            .Raw("<enableResourceNameDnsARecord>false</enableResourceNameDnsARecord>"u8)
            .Raw("<enableResourceNameDnsAAAARecord>false</enableResourceNameDnsAAAARecord></privateDnsNameOptions>"u8)
            .Raw("<maintenanceOptions><autoRecovery>default</autoRecovery>"u8)
            .Raw("<rebootMigration>default</rebootMigration></maintenanceOptions>"u8)
            .Raw("<currentInstanceBootMode>uefi</currentInstanceBootMode>"u8)
            .Raw("<networkPerformanceOptions><bandwidthWeighting>default</bandwidthWeighting>"u8)
            .Raw("</networkPerformanceOptions><operator><managed>false</managed></operator>"u8);
    }

    private static string Digits(string instanceId) => instanceId["i-".Length..];
}
