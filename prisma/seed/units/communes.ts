/** A commune or ward of Đồng Nai as the decisions say: identity is the official code, never the name. */
export interface CommuneFact {
  code: string;
  name: string;
  slug: string;
  /** its kind from 2025-07-01, when the province began */
  kind: 'commune' | 'ward';
  /** one of the ten communes that became wards on 2026-04-30 */
  wardSince2026: boolean;
  formerProvince: string;
  formerDistrict: string;
  areaKm2: number;
  lat: number;
  lon: number;
  /** axial coordinates on the hexagon map */
  q: number;
  r: number;
}

export const PROVINCE_BEGAN = '2025-07-01';
export const BECAME_CITY = '2026-04-30';

// Facts: code, name, slug, kind on 2025-07-01, kind on 2026-04-30, former province, former district, km², latitude and longitude
// of a point inside, grid position.
const TABLE = `
25195|Bình Phước|binh-phuoc|phường|phường|Bình Phước|Thành phố Đồng Xoài|86.4|11.52006|106.89961|1|6
25210|Đồng Xoài|dong-xoai|phường|phường|Bình Phước|Thành phố Đồng Xoài|81.3|11.52797|106.79366|0|6
25217|Phước Long|phuoc-long|phường|phường|Bình Phước|Thị xã Phước Long|71.9|11.82196|107.0147|4|2
25220|Phước Bình|phuoc-binh|phường|phường|Bình Phước|Thị xã Phước Long|72.6|11.84714|106.94153|3|2
25222|Bù Gia Mập|bu-gia-map|xã|xã|Bình Phước|Huyện Bù Gia Mập|342.5|12.17777|107.16619|5|0
25225|Đăk Ơ|dak-o|xã|xã|Bình Phước|Huyện Bù Gia Mập|246.5|12.06913|107.05887|5|1
25231|Đa Kia|da-kia|xã|xã|Bình Phước|Huyện Bù Gia Mập|196.3|11.90841|106.88465|3|1
25246|Bình Tân|binh-tan|xã|xã|Bình Phước|Huyện Phú Riềng|190.9|11.82105|106.82218|2|3
25252|Phú Riềng|phu-rieng|xã|xã|Bình Phước|Huyện Phú Riềng|117.4|11.68191|106.92637|2|4
25255|Long Hà|long-ha|xã|xã|Bình Phước|Huyện Phú Riềng|168.4|11.70269|106.80683|1|4
25261|Phú Trung|phu-trung|xã|xã|Bình Phước|Huyện Phú Riềng|172|11.73776|107.01865|3|3
25267|Phú Nghĩa|phu-nghia|xã|xã|Bình Phước|Huyện Bù Gia Mập|279.4|11.9313|107.0171|4|1
25270|Lộc Ninh|loc-ninh|xã|phường|Bình Phước|Huyện Lộc Ninh|67.4|11.83946|106.65707|0|2
25279|Lộc Tấn|loc-tan|xã|xã|Bình Phước|Huyện Lộc Ninh|183.36|11.87832|106.50427|1|1
25280|Lộc Thạnh|loc-thanh-25280|xã|xã|Bình Phước|Huyện Lộc Ninh|125.5|11.93818|106.58408|2|0
25292|Lộc Quang|loc-quang|xã|xã|Bình Phước|Huyện Lộc Ninh|105|11.85164|106.72133|1|2
25294|Lộc Thành|loc-thanh-25294|xã|xã|Bình Phước|Huyện Lộc Ninh|206.1|11.7733|106.48422|-1|3
25303|Lộc Hưng|loc-hung|xã|xã|Bình Phước|Huyện Lộc Ninh|99|11.78364|106.64876|0|3
25308|Thiện Hưng|thien-hung|xã|xã|Bình Phước|Huyện Bù Đốp|111|11.96047|106.80287|3|0
25309|Hưng Phước|hung-phuoc|xã|xã|Bình Phước|Huyện Bù Đốp|187.2|12.02511|106.90106|4|0
25318|Tân Tiến|tan-tien|xã|xã|Bình Phước|Huyện Bù Đốp|147.5|11.93368|106.73172|2|1
25326|Bình Long|binh-long|phường|phường|Bình Phước|Thị xã Bình Long|49.1|11.62856|106.59882|-2|5
25333|An Lộc|an-loc|phường|phường|Bình Phước|Thị xã Bình Long|88.7|11.70483|106.5949|-1|4
25345|Tân Hưng|tan-hung|xã|xã|Bình Phước|Huyện Hớn Quản|204.7|11.64331|106.73256|0|4
25349|Minh Đức|minh-duc|xã|xã|Bình Phước|Huyện Hớn Quản|167.1|11.64638|106.51084|-2|4
25351|Tân Quan|tan-quan|xã|xã|Bình Phước|Huyện Hớn Quản|148.3|11.5844|106.66276|-1|5
25357|Tân Khai|tan-khai|xã|phường|Bình Phước|Huyện Hớn Quản|161.8|11.51571|106.53635|-3|6
25363|Đồng Phú|dong-phu|xã|phường|Bình Phước|Huyện Đồng Phú|138.7|11.42399|106.83674|1|7
25378|Tân Lợi|tan-loi|xã|xã|Bình Phước|Huyện Đồng Phú|379.8|11.43612|106.98971|2|6
25387|Thuận Lợi|thuan-loi|xã|xã|Bình Phước|Huyện Đồng Phú|167.2|11.60518|106.85726|1|5
25390|Đồng Tâm|dong-tam|xã|xã|Bình Phước|Huyện Đồng Phú|248.8|11.57524|107.00779|2|5
25396|Bù Đăng|bu-dang|xã|xã|Bình Phước|Huyện Bù Đăng|156.1|11.80477|107.2465|4|4
25399|Đak Nhau|dak-nhau|xã|xã|Bình Phước|Huyện Bù Đăng|182.5|11.97558|107.23815|5|2
25402|Thọ Sơn|tho-son|xã|xã|Bình Phước|Huyện Bù Đăng|307.7|11.8442|107.35569|5|3
25405|Bom Bo|bom-bo|xã|xã|Bình Phước|Huyện Bù Đăng|245.9|11.8721|107.14645|4|3
25417|Nghĩa Trung|nghia-trung|xã|xã|Bình Phước|Huyện Bù Đăng|222|11.69997|107.12643|3|4
25420|Phước Sơn|phuoc-son|xã|xã|Bình Phước|Huyện Bù Đăng|386.6|11.59014|107.22255|3|5
25432|Chơn Thành|chon-thanh|phường|phường|Bình Phước|Thị xã Chơn Thành|124.4|11.41728|106.63973|-1|6
25441|Minh Hưng|minh-hung|phường|phường|Bình Phước|Thị xã Chơn Thành|99.7|11.48517|106.60295|-2|6
25450|Nha Bích|nha-bich|xã|xã|Bình Phước|Thị xã Chơn Thành|137.1|11.49585|106.71617|0|5
25993|Trảng Dài|trang-dai|phường|phường|Đồng Nai|Thành phố Biên Hòa|37.3|11.00211|106.8727|-2|8
26005|Hố Nai|ho-nai|phường|phường|Đồng Nai|Thành phố Biên Hòa|22.9|10.98089|106.92099|-2|9
26017|Tam Hiệp|tam-hiep|phường|phường|Đồng Nai|Thành phố Biên Hòa|10.8|10.95518|106.85934|-3|9
26020|Long Bình|long-binh|phường|phường|Đồng Nai|Thành phố Biên Hòa|44.9|10.93403|106.90338|-3|10
26041|Trấn Biên|tran-bien|phường|phường|Đồng Nai|Thành phố Biên Hòa|31|10.93488|106.8383|-4|10
26068|Biên Hòa|bien-hoa|phường|phường|Đồng Nai|Thành phố Biên Hòa|21.5|10.93382|106.8042|-5|10
26080|Long Khánh|long-khanh|phường|phường|Đồng Nai|Thành phố Long Khánh|21.3|10.92762|107.2484|2|11
26089|Bình Lộc|binh-loc|phường|phường|Đồng Nai|Thành phố Long Khánh|77.2|10.9567|107.21187|1|10
26098|Bảo Vinh|bao-vinh|phường|phường|Đồng Nai|Thành phố Long Khánh|50.9|10.96404|107.27704|2|10
26104|Xuân Lập|xuan-lap|phường|phường|Đồng Nai|Thành phố Long Khánh|29.2|10.91415|107.18927|1|11
26113|Hàng Gòn|hang-gon|phường|phường|Đồng Nai|Thành phố Long Khánh|45.6|10.8741|107.2086|1|12
26116|Tân Phú|tan-phu|xã|phường|Đồng Nai|Huyện Tân Phú|105.8|11.26849|107.44425|5|7
26119|Đak Lua|dak-lua|xã|xã|Đồng Nai|Huyện Tân Phú|415.1|11.46672|107.31464|4|6
26122|Nam Cát Tiên|nam-cat-tien|xã|xã|Đồng Nai|Huyện Tân Phú|82.9|11.37579|107.47126|6|6
26134|Tà Lài|ta-lai|xã|xã|Đồng Nai|Huyện Tân Phú|83.3|11.35029|107.38845|5|6
26158|Phú Lâm|phu-lam|xã|xã|Đồng Nai|Huyện Tân Phú|67.4|11.31459|107.49272|6|7
26170|Trị An|tri-an|xã|phường|Đồng Nai|Huyện Vĩnh Cửu|660.5|11.2248|107.03613|2|7
26173|Phú Lý|phu-ly|xã|xã|Đồng Nai|Huyện Vĩnh Cửu|279|11.4253|107.14088|3|6
26179|Tân An|tan-an|xã|xã|Đồng Nai|Huyện Vĩnh Cửu|80.2|11.0301|106.95163|0|8
26188|Tân Triều|tan-trieu|phường|phường|Đồng Nai|Huyện Vĩnh Cửu|63.3|11.00033|106.81926|-3|8
26206|Định Quán|dinh-quan|xã|xã|Đồng Nai|Huyện Định Quán|295.8|11.14425|107.33406|4|8
26209|Thanh Sơn|thanh-son|xã|xã|Đồng Nai|Huyện Định Quán|315.4|11.29448|107.24299|3|7
26215|Phú Vinh|phu-vinh|xã|xã|Đồng Nai|Huyện Định Quán|69.5|11.25961|107.35864|4|7
26221|Phú Hòa|phu-hoa|xã|xã|Đồng Nai|Huyện Định Quán|61.5|11.21203|107.40335|5|8
26227|La Ngà|la-nga|xã|xã|Đồng Nai|Huyện Định Quán|133.5|11.14986|107.21926|3|8
26248|Trảng Bom|trang-bom|xã|phường|Đồng Nai|Huyện Trảng Bom|68.8|10.98232|107.02164|-1|10
26254|Bàu Hàm|bau-ham|xã|xã|Đồng Nai|Huyện Trảng Bom|97.5|11.03343|107.07678|0|9
26278|Bình Minh|binh-minh|xã|xã|Đồng Nai|Huyện Trảng Bom|36.7|10.95071|106.96542|-1|9
26281|Hưng Thịnh|hung-thinh|xã|xã|Đồng Nai|Huyện Trảng Bom|57.6|10.91594|107.0673|0|10
26296|An Viễn|an-vien|xã|xã|Đồng Nai|Huyện Trảng Bom|47.7|10.88969|107.0142|-1|11
26299|Thống Nhất|thong-nhat|xã|xã|Đồng Nai|Huyện Định Quán|120.1|11.08805|107.15237|2|9
26311|Gia Kiệm|gia-kiem|xã|xã|Đồng Nai|Huyện Thống Nhất|82.7|11.0181|107.15|1|9
26326|Dầu Giây|dau-giay|xã|phường|Đồng Nai|Huyện Thống Nhất|98.9|10.93206|107.13787|0|11
26332|Xuân Quế|xuan-que|xã|xã|Đồng Nai|Huyện Cẩm Mỹ|92.9|10.8461|107.14739|0|12
26341|Cẩm Mỹ|cam-my|xã|xã|Đồng Nai|Huyện Cẩm Mỹ|113.1|10.80321|107.25268|1|13
26347|Xuân Đường|xuan-duong|xã|xã|Đồng Nai|Huyện Cẩm Mỹ|82.1|10.77543|107.14417|-1|13
26359|Xuân Đông|xuan-dong|xã|xã|Đồng Nai|Huyện Cẩm Mỹ|108|10.80798|107.36363|3|12
26362|Sông Ray|song-ray|xã|xã|Đồng Nai|Huyện Cẩm Mỹ|65.6|10.73466|107.3331|2|13
26368|Long Thành|long-thanh|xã|phường|Đồng Nai|Huyện Long Thành|130.1|10.7829|107.03272|-2|13
26374|Tam Phước|tam-phuoc|phường|phường|Đồng Nai|Thành phố Biên Hòa|45.1|10.87643|106.95512|-2|11
26377|Phước Tân|phuoc-tan|phường|phường|Đồng Nai|Thành phố Biên Hòa|42.8|10.90999|106.93892|-2|10
26380|Long Hưng|long-hung|phường|phường|Đồng Nai|Thành phố Biên Hòa|32.4|10.8874|106.86633|-3|11
26383|An Phước|an-phuoc|xã|xã|Đồng Nai|Huyện Long Thành|58.3|10.80119|106.90589|-2|12
26389|Bình An|binh-an|xã|xã|Đồng Nai|Huyện Long Thành|59.4|10.84514|107.03826|-1|12
26413|Long Phước|long-phuoc|xã|xã|Đồng Nai|Huyện Long Thành|81.8|10.71842|106.99874|-2|14
26422|Phước Thái|phuoc-thai|xã|xã|Đồng Nai|Huyện Long Thành|85.9|10.68473|107.08|-3|15
26425|Xuân Lộc|xuan-loc|xã|phường|Đồng Nai|Huyện Xuân Lộc|140.5|10.93555|107.38097|3|10
26428|Xuân Bắc|xuan-bac|xã|xã|Đồng Nai|Huyện Định Quán|96.4|11.0394|107.30298|3|9
26434|Xuân Thành|xuan-thanh|xã|xã|Đồng Nai|Huyện Xuân Lộc|122.7|11.0139|107.38968|4|9
26446|Xuân Hòa|xuan-hoa|xã|xã|Đồng Nai|Huyện Xuân Lộc|306|10.85861|107.49275|4|10
26458|Xuân Phú|xuan-phu|xã|xã|Đồng Nai|Huyện Xuân Lộc|55.6|10.90842|107.32578|3|11
26461|Xuân Định|xuan-dinh|xã|xã|Đồng Nai|Huyện Xuân Lộc|52.3|10.88395|107.27709|2|12
26485|Nhơn Trạch|nhon-trach|xã|phường|Đồng Nai|Huyện Nhơn Trạch|108|10.737|106.90902|-3|13
26491|Đại Phước|dai-phuoc|xã|xã|Đồng Nai|Huyện Nhơn Trạch|98|10.71153|106.78595|-4|14
26503|Phước An|phuoc-an|xã|xã|Đồng Nai|Huyện Nhơn Trạch|170.7|10.64799|106.94882|-3|14
`;

function factOf(row: string): CommuneFact {
  const [code = '', name = '', slug = '', first, now, formerProvince = '', formerDistrict = '', ...numbers] =
    row.split('|');
  const [areaKm2 = 0, lat = 0, lon = 0, q = 0, r = 0] = numbers.map(Number);
  const kind = first === 'phường' ? 'ward' : 'commune';
  const wardSince2026 = first === 'xã' && now === 'phường';
  return { code, name, slug, kind, wardSince2026, formerProvince, formerDistrict, areaKm2, lat, lon, q, r };
}

export const communes: readonly CommuneFact[] = TABLE.trim().split('\n').map(factOf);
